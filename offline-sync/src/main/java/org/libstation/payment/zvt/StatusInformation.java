package org.libstation.payment.zvt;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.libstation.circulation.Money;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.TerminalNumbers;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;

/// The transaction that a status information (04 0F) describes: its result, its sum, and the
/// numbers by which it can be found. It contains nothing of the card.
///
/// @param result BMP 27; 0 if it was done
/// @param amount in minor units
/// @param currency ISO 4217, numeric
/// @param receipt BMP 87; this and the next four are digits as received, empty if not sent
/// @param trace BMP 0B
/// @param time BMP 0C
/// @param date BMP 0D
/// @param terminal BMP 29
/// @param reversal whether it names another transaction (BMP 37), which it reverses
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

  private static final String NOT_SAID = "-";

  /// Reads the fields of a status information; empty if it has no result.
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

  /// This transaction with the sum that its completion names, if it names one.
  StatusInformation endedBy(ZvtFields completion) {
    OptionalLong sum = completion.number(ZvtField.AMOUNT);
    OptionalLong of = completion.number(ZvtField.CURRENCY);
    return with(
        c ->
            c.amount(sum.isPresent() ? sum : amount)
                .currency(of.isPresent() ? OptionalInt.of((int) of.getAsLong()) : currency));
  }

  /// Whether the transaction was carried out.
  boolean done() {
    return result == 0;
  }

  /// Whether the terminal confirms exactly this sum. Without a currency, that of the registration
  /// holds. Without an amount, nothing is confirmed.
  boolean confirms(Money asked) {
    return amount.isPresent()
        && amount.getAsLong() == asked.minor()
        && (currency.isEmpty() || currency.getAsInt() == asked.currency().getNumericCode());
  }

  /// The numbers by which the transaction is recognised later.
  TransactionIdentity identity() {
    return new TransactionIdentity(receipt, trace, date, time, terminal);
  }

  /// The outcome if money was taken. A missing receipt number becomes `-`.
  TerminalOutcome.PaymentTaken taken() {
    return new TerminalOutcome.PaymentTaken(
        new TerminalNumbers(receipt.orElse(NOT_SAID), trace, terminal));
  }

  /// A note for staff: what the terminal says it did, and its numbers.
  ///
  /// @param registered the currency that holds if the terminal names none
  TaskNote told(Currency registered) {
    String numbers = taken().numbers().text();
    if (!done()) {
      return TaskNote.of(TaskNoteCode.TERMINAL_TOOK_NOTHING, numbers);
    }
    return amount.isEmpty()
        ? TaskNote.of(TaskNoteCode.TERMINAL_NAMES_NO_SUM, numbers)
        : sum(amount.getAsLong(), registered, numbers);
  }

  /// A note with the currency's letters, or its number if there is no such currency.
  private TaskNote sum(long minor, Currency registered, String numbers) {
    int number = currency.orElse(registered.getNumericCode());
    return Stream.concat(Stream.of(registered), Currency.availableCurrencies())
        .filter(each -> each.getNumericCode() == number)
        .findFirst()
        .map(
            each ->
                TaskNote.of(
                    reversal ? TaskNoteCode.TERMINAL_GAVE_BACK : TaskNoteCode.TERMINAL_TOOK,
                    new Money(minor, each),
                    numbers))
        .orElseGet(
            () ->
                TaskNote.of(
                    reversal
                        ? TaskNoteCode.TERMINAL_GAVE_BACK_UNITS
                        : TaskNoteCode.TERMINAL_TOOK_UNITS,
                    minor,
                    number,
                    numbers));
  }
}
