package org.libstation.payment.zvt;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.libstation.circulation.Money;
import org.libstation.circulation.TerminalNote;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;

/// What a status information (04 0F) says of a transaction: its result, its sum, and the numbers by
/// which it can be found. Nothing of the card.
///
/// @param result BMP 27; 0: it was done
/// @param receipt BMP 87, trace BMP 0B, time 0C, date 0D, terminal 29: digits as they came; empty
///   where it did not say them
/// @param amount in minor units
/// @param currency ISO 4217, numeric
/// @param reversal whether it names another transaction, which it takes back (BMP 37)
@RecordBuilder
record StatusInformation(
    int result,
    OptionalLong amount,
    OptionalInt currency,
    Optional<String> receipt,
    Optional<String> trace,
    Optional<String> time,
    Optional<String> date,
    Optional<String> terminal,
    boolean reversal)
    implements StatusInformationBuilder.With {

  private static final int RECEIPT_NUMBERS = 9999;

  /// Places in an identity.
  private static final int RECEIPT = 0;

  private static final int TRACE = 1;
  private static final int TIME = 3;
  private static final int TERMINAL = 4;
  private static final String NOT_SAID = "-";

  /// Empty where a status information tells no result.
  static Optional<StatusInformation> of(ZvtFields fields) {
    OptionalInt result = fields.binary(ZvtField.RESULT);
    if (result.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong currency = fields.number(ZvtField.CURRENCY);
    return Optional.of(
        new StatusInformation(
            result.getAsInt(),
            fields.number(ZvtField.AMOUNT),
            currency.isPresent() ? OptionalInt.of((int) currency.getAsLong()) : OptionalInt.empty(),
            fields.digits(ZvtField.RECEIPT),
            fields.digits(ZvtField.TRACE),
            fields.digits(ZvtField.TIME),
            fields.digits(ZvtField.DATE),
            fields.digits(ZvtField.TERMINAL),
            fields.seen().contains(ZvtField.ORIGINAL_TRACE)));
  }

  /// The same with the sum that its completion names, where it names one.
  StatusInformation endedBy(ZvtFields completion) {
    OptionalLong sum = completion.number(ZvtField.AMOUNT);
    OptionalLong of = completion.number(ZvtField.CURRENCY);
    return with(
        c ->
            c.amount(sum.isPresent() ? sum : amount)
                .currency(of.isPresent() ? OptionalInt.of((int) of.getAsLong()) : currency));
  }

  /// Receipt numbers begin again after 9999.
  ///
  /// @param earlier an identity
  /// @return how many numbers it is after that one; 0 where one of them is not told
  int after(String earlier) {
    String before = earlier.substring(0, earlier.indexOf('/'));
    if (receipt.isEmpty() || before.equals(NOT_SAID)) {
      return 0;
    }
    return Math.floorMod(
        Integer.parseInt(receipt.get()) - Integer.parseInt(before), RECEIPT_NUMBERS);
  }

  /// Whether this is the transaction of an identity, told once more: receipt, trace and time are
  /// told by both and equal, and nothing that both tell is another. A receipt number alone is no
  /// proof of it: some terminals begin again each day.
  boolean isAgain(String earlier) {
    String[] before = earlier.split("/", -1);
    String[] now = identity().split("/", -1);
    return before.length == now.length
        && told(before[RECEIPT], now[RECEIPT])
        && told(before[TRACE], now[TRACE])
        && told(before[TIME], now[TIME])
        && IntStream.range(0, now.length)
            .noneMatch(at -> bothTold(before[at], now[at]) && !before[at].equals(now[at]));
  }

  /// Whether it is by another terminal than that of an identity, as far as both tell theirs.
  boolean isOfAnotherTerminal(String earlier) {
    String[] before = earlier.split("/", -1);
    return before.length > TERMINAL
        && bothTold(before[TERMINAL], terminal.orElse(NOT_SAID))
        && !before[TERMINAL].equals(terminal.orElse(NOT_SAID));
  }

  private static boolean told(String before, String now) {
    return bothTold(before, now) && before.equals(now);
  }

  private static boolean bothTold(String before, String now) {
    return !before.equals(NOT_SAID) && !now.equals(NOT_SAID);
  }

  boolean done() {
    return result == 0;
  }

  /// Whether this is the sum that was asked for. A terminal that names no currency was told at its
  /// registration which one holds; one that names no amount does not confirm it.
  boolean confirms(Money asked) {
    return amount.isPresent()
        && amount.getAsLong() == asked.minor()
        && (currency.isEmpty() || currency.getAsInt() == asked.currency().getNumericCode());
  }

  /// By which the terminal's last transaction is known again: one word, no blank.
  String identity() {
    return Stream.of(receipt, trace, date, time, terminal)
        .map(number -> number.orElse(NOT_SAID))
        .collect(Collectors.joining("/"));
  }

  TerminalOutcome.PaymentTaken taken() {
    return new TerminalOutcome.PaymentTaken(receipt.orElse(NOT_SAID), trace, terminal);
  }

  /// For staff: what it says it did, and its numbers.
  ///
  /// @param registered the currency that holds where it names none
  TerminalNote told(Currency registered) {
    String says =
        !done()
            ? "the terminal took nothing"
            : amount.isEmpty()
                ? "the terminal names no sum"
                : "the terminal %s %s"
                    .formatted(
                        reversal ? "gave back" : "took", sum(amount.getAsLong(), registered));
    return new TerminalNote(says, taken().numbers());
  }

  /// With the letters of the currency; its number where there is no such currency.
  private String sum(long minor, Currency registered) {
    int number = currency.orElse(registered.getNumericCode());
    return Stream.concat(Stream.of(registered), Currency.availableCurrencies())
        .filter(each -> each.getNumericCode() == number)
        .findFirst()
        .map(each -> new Money(minor, each).toString())
        .orElse(minor + " in the smallest unit of currency " + number);
  }
}
