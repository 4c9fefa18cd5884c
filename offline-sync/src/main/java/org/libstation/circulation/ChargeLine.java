package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// This is one charge on a patron's account.
///
/// @param id the central system's own number of it (CG), where it names one
/// @param kind what it is for, as far as that can be told; chooses the words on the screen
/// @param text what the central system wrote; empty text when it wrote nothing but an amount
/// @param open what is still owed of it, when that can be read
/// @param item the item it comes from, where it is named
/// @param title that item's title, when known
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

  /// What a charge is for.
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

    /// What a text speaks of; the first kind that fits counts.
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

  /// Whether it can be paid by name: what is open of it is known, and its number goes into a field.
  public boolean canBeNamed() {
    return id.filter(number -> NAME.matcher(number).matches()).isPresent()
        && open.filter(sum -> sum.minor() > 0).isPresent();
  }

  /// Named by a title that was looked up; by its own where none is known.
  public ChargeLine titled(Optional<String> known) {
    return withTitle(known.or(() -> title));
  }
}
