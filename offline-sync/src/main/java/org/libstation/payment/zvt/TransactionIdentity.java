package org.libstation.payment.zvt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The numbers by which a terminal's transaction is recognised later, as digits; each is empty if
/// the terminal did not send it. [#text()] is one word without blanks.
///
/// @param receipt BMP 87
/// @param trace BMP 0B
/// @param date BMP 0D
/// @param time BMP 0C
/// @param terminal BMP 29
record TransactionIdentity(
    Optional<String> receipt,
    Optional<String> trace,
    Optional<String> date,
    Optional<String> time,
    Optional<String> terminal) {
  private static final int RECEIPT_NUMBERS = 9999;
  private static final int PARTS = 5;
  private static final String SEPARATOR = "/";
  private static final String NOT_TOLD = "-";

  private static final Predicate<String> DIGITS = Pattern.compile("[0-9]{1,8}").asMatchPredicate();

  /// Reads what [#text()] wrote.
  ///
  /// @throws IllegalArgumentException if it is another text
  static TransactionIdentity of(String text) {
    List<Optional<String>> numbers =
        Arrays.stream(text.split(SEPARATOR, -1))
            .map(number -> Optional.of(number).filter(each -> !each.equals(NOT_TOLD)))
            .toList();
    if (numbers.size() != PARTS || !numbers.stream().flatMap(Optional::stream).allMatch(DIGITS)) {
      throw new IllegalArgumentException("no identity of a transaction: " + text);
    }
    return new TransactionIdentity(
        numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
  }

  /// The numbers separated by `/`; a missing one is `-`.
  String text() {
    return numbers().map(number -> number.orElse(NOT_TOLD)).collect(Collectors.joining(SEPARATOR));
  }

  private Stream<Optional<String>> numbers() {
    return Stream.of(receipt, trace, date, time, terminal);
  }

  /// Whether both identify the same transaction. Receipt, trace and time must be present in both
  /// and equal; date and terminal must not differ if both have them. A receipt number alone proves
  /// nothing, because some terminals begin again each day.
  boolean isAgain(TransactionIdentity earlier) {
    return told(receipt, earlier.receipt)
        && told(trace, earlier.trace)
        && told(time, earlier.time)
        && !differs(date, earlier.date)
        && !isOfAnotherTerminal(earlier);
  }

  /// Whether another terminal made the transaction, if both name their terminal.
  boolean isOfAnotherTerminal(TransactionIdentity earlier) {
    return differs(terminal, earlier.terminal);
  }

  /// How many receipt numbers this transaction is after the earlier one. Receipt numbers begin
  /// again after 9999.
  ///
  /// @return 0 if one of the numbers is missing
  int after(TransactionIdentity earlier) {
    if (receipt.isEmpty() || earlier.receipt.isEmpty()) {
      return 0;
    }
    return Math.floorMod(
        Integer.parseInt(receipt.get()) - Integer.parseInt(earlier.receipt.get()), RECEIPT_NUMBERS);
  }

  private static boolean told(Optional<String> now, Optional<String> before) {
    return now.isPresent() && now.equals(before);
  }

  private static boolean differs(Optional<String> now, Optional<String> before) {
    return now.isPresent() && before.isPresent() && !now.equals(before);
  }
}
