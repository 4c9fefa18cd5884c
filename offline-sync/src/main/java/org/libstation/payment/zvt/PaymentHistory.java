package org.libstation.payment.zvt;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.circulation.Payment;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;
import org.libstation.payment.PaymentTerminal.TerminalRefusal;
import org.libstation.payment.zvt.Notes.PaymentNote;

/// Decides what became of payments, from the notes and from the terminal's last transaction.
final class PaymentHistory {
  /// Time after which no person can still be paying at the terminal for an earlier request.
  static final Duration QUIET = Duration.ofMinutes(3);

  /// A payment's receipt number may follow the transaction before it by less than this. A terminal
  /// also numbers operations that are not payments.
  private static final int MOST_LATER = 100;

  private final Notes notes;
  private final InstantSource clock;
  private final Supplier<Duration> elapsed;
  private final Map<String, Duration> firstUnchanged = new HashMap<>();

  /// @param elapsed monotonic time
  PaymentHistory(Notes notes, InstantSource clock, Supplier<Duration> elapsed) {
    this.notes = notes;
    this.clock = clock;
    this.elapsed = elapsed;
  }

  /// Whether the payment was asked for before. Begins the notes if there are none.
  boolean knows(Payment payment) throws IOException {
    notes.begin();
    return notes.has(key(payment));
  }

  /// Whether the outcome of a payment is not known yet.
  boolean undecided() throws IOException {
    return notes.open().isPresent();
  }

  /// Notes that the payment is asked for now.
  ///
  /// @param before the terminal's last transaction; empty if not reported
  void asks(Payment payment, Optional<StatusInformation> before) throws IOException {
    notes.put(
        new PaymentNote(
            key(payment),
            clock.instant(),
            payment.amount(),
            before.map(StatusInformation::identity),
            new NotedOutcome.Undecided()));
  }

  /// Notes the outcome. An unknown outcome leaves the payment open.
  void ended(Payment payment, TerminalOutcome outcome) throws IOException {
    PaymentNote note = noted(payment);
    Optional<NotedOutcome> known = NotedOutcome.of(outcome);
    if (known.isPresent()) {
      notes.put(note.withOutcome(known.get()));
    }
  }

  /// The outcome that is known without the terminal; empty if the terminal must be asked.
  Optional<TerminalOutcome> known(Payment payment) throws IOException {
    if (!notes.present()) {
      return Optional.of(
          new TerminalOutcome.PaymentUnknown(
              List.of(TaskNote.of(TaskNoteCode.TERMINAL_NOTES_GONE)), true));
    }
    Optional<PaymentNote> note = notes.of(key(payment));
    if (note.isEmpty() && notes.damaged()) {
      return Optional.of(
          new TerminalOutcome.PaymentUnknown(
              List.of(TaskNote.of(TaskNoteCode.TERMINAL_NOTES_UNREADABLE)), true));
    }
    if (note.isEmpty()) {
      return Optional.of(new TerminalOutcome.NotTaken(TerminalRefusal.NEVER_ASKED));
    }
    return note.get().outcome().outcome();
  }

  /// Whether this transaction is the terminal's last one before the payment was asked for.
  boolean isTheOneBefore(StatusInformation told, Payment payment) throws IOException {
    return noted(payment).before().filter(told.identity()::isAgain).isPresent();
  }

  /// Judges the open payment, if there is one, and notes the result.
  ///
  /// @param last the terminal's last transaction; empty if not reported
  /// @return whether no payment is open any more
  boolean settled(Optional<StatusInformation> last) throws IOException {
    Optional<PaymentNote> open = notes.open();
    return open.isEmpty() || judged(open.get(), last).isPresent();
  }

  /// Judges an open payment and notes the result.
  TerminalOutcome judged(Payment payment, Optional<StatusInformation> last) throws IOException {
    return judged(noted(payment), last)
        .orElseGet(
            () -> TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_AT_IT)));
  }

  private Optional<TerminalOutcome> judged(PaymentNote note, Optional<StatusInformation> last)
      throws IOException {
    Optional<TransactionIdentity> before = note.before().filter(_ -> last.isPresent());
    boolean same = before.equals(last.map(StatusInformation::identity));
    if ((before.isEmpty() || same) && !quiet(note)) {
      return Optional.empty();
    }
    NotedOutcome outcome =
        before.isEmpty()
            ? new NotedOutcome.LeftToStaff(untold(note, last))
            : same
                ? new NotedOutcome.NothingTaken(TerminalRefusal.TIMED_OUT)
                : later(note, before.get(), last.get());
    notes.put(note.withOutcome(outcome));
    firstUnchanged.remove(note.reference());
    return outcome.outcome();
  }

  /// Notes for staff if the transaction before the payment or the last one now is unknown. If only
  /// the former is missing, staff read what the terminal did last.
  private static List<TaskNote> untold(PaymentNote note, Optional<StatusInformation> last) {
    return last.map(
            now ->
                List.of(
                    TaskNote.of(TaskNoteCode.TERMINAL_NONE_BEFORE),
                    now.told(note.sum().currency())))
        .orElseGet(() -> List.of(TaskNote.of(TaskNoteCode.TERMINAL_NO_LAST)));
  }

  private static NotedOutcome later(
      PaymentNote note, TransactionIdentity before, StatusInformation now) {
    int later = now.identity().after(before);
    if (now.done()
        && !now.reversal()
        && !now.identity().isOfAnotherTerminal(before)
        && now.confirms(note.sum())
        && later > 0
        && later < MOST_LATER) {
      return new NotedOutcome.SumTaken(now.taken().numbers().text());
    }
    return !now.done() && later == 1
        ? new NotedOutcome.NothingTaken(TerminalRefusal.DECLINED)
        : new NotedOutcome.LeftToStaff(
            List.of(
                TaskNote.of(TaskNoteCode.TERMINAL_ANOTHER_LAST), now.told(note.sum().currency())));
  }

  /// Whether the payment has stayed undecided for [#QUIET] since the first look-up. A terminal that
  /// reports its last transaction is idle, but a request may still arrive late. The time is
  /// monotonic, because the clock may jump.
  private boolean quiet(PaymentNote note) {
    Duration now = elapsed.get();
    Duration first = firstUnchanged.computeIfAbsent(note.reference(), _ -> now);
    return now.minus(first).compareTo(QUIET) >= 0;
  }

  private PaymentNote noted(Payment payment) throws IOException {
    return notes
        .of(key(payment))
        .orElseThrow(
            () ->
                new ZvtFault(
                    TaskNoteCode.TERMINAL_NOTE_GONE, "what was noted beside the terminal is gone"));
  }

  private static String key(Payment payment) {
    return payment.reference().replace(' ', '_');
  }
}
