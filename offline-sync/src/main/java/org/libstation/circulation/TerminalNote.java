package org.libstation.circulation;

import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a payment terminal says of a transaction, as it stands in a note for staff.
///
/// @param says one sentence without a colon, such as `the terminal took HKD 9.99`; empty text where
///   only the numbers stand
/// @param numbers of the transaction: its receipt number first, which has no blank
public record TerminalNote(String says, String numbers) {
  private static final Pattern NOTE =
      Pattern.compile(
          "(?:(the terminal [^;:]+): )?"
              + "\\breceipt ([^\\s;,:]*\\d[^\\s;,:]*(?: trace \\d+)?(?: terminal \\d+)?)");

  private static final Pattern TOOK = Pattern.compile("the terminal took ([A-Z]{3}) ([\\d.]+)");

  /// As it is written into a note.
  public String text() {
    return (says.isEmpty() ? "" : says + ": ") + "receipt " + numbers;
  }

  /// What it says it took; empty where it names no sum, or says something else.
  public Optional<Money> took() {
    Matcher found = TOOK.matcher(says);
    try {
      return found.matches()
          ? Optional.of(Money.parse(found.group(2), Currency.getInstance(found.group(1))))
          : Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  /// The first in this note, where there is one.
  public static Optional<TerminalNote> in(String note) {
    Matcher found = NOTE.matcher(note);
    return found.find()
        ? Optional.of(
            new TerminalNote(Optional.ofNullable(found.group(1)).orElse(""), found.group(2)))
        : Optional.empty();
  }
}
