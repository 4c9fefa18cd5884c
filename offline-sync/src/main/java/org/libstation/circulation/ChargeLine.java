package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One charge on a patron's account.
///
/// @param id the central system's number of the charge (CG), if it gives one
/// @param kind what the charge is for, as far as known; selects the words on the screen
/// @param text what the central system wrote; empty text if it wrote an amount only
/// @param open what is still owed of the charge; empty if it cannot be read
/// @param item the item that caused the charge, if named
/// @param title that item's title, if known
@RecordBuilder
public record ChargeLine(
    Optional<String> id,
    ChargeReason kind,
    String text,
    Optional<Money> open,
    Optional<ItemId> item,
    Optional<String> title)
    implements ChargeLineBuilder.With {

  private static final Pattern NAME = Pattern.compile("[!-{}~]{1,64}");

  /// What a charge is for, with the words by which a text is recognised.
  public enum ChargeReason {
    OVERDUE("overdue|late|逾期"),
    LOST("lost|replacement|遺失|遗失"),
    DAMAGED("damage|損壞|损坏"),
    RESERVATION("hold|reserv|request|預約|预约"),
    CARD("card|membership|subscription|enrol|證|证"),
    COPIES("print|cop(y|ies)|影印|打印"),
    OTHER("");

    private final Pattern words;

    ChargeReason(String words) {
      this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// The reason that a text names; the first one that matches counts.
    public static ChargeReason of(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      for (ChargeReason kind : values()) {
        if (kind != OTHER && kind.words.matcher(lower).find()) {
          return kind;
        }
      }
      return OTHER;
    }
  }

  /// Whether the charge can be paid by its number: the number fits into a SIP2 field, and the open
  /// sum is known and above zero.
  public boolean canBeNamed() {
    return id.filter(number -> NAME.matcher(number).matches()).isPresent()
        && open.filter(sum -> sum.minor() > 0).isPresent();
  }

  /// This charge with a title that was looked up, or with its own if none is given.
  public ChargeLine titled(Optional<String> known) {
    return withTitle(known.or(() -> title));
  }
}
