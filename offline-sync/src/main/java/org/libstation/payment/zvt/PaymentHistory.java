package org.libstation.payment.zvt;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.circulation.Payment;
import org.libstation.circulation.TerminalNote;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;
import org.libstation.payment.PaymentTerminal.TerminalRefusal;
import org.libstation.payment.zvt.Notes.PaymentNote;

/// What became of payments: what is noted, and what a look at the terminal's last transaction adds
/// to it.
final class PaymentHistory {
  /// After so long no person can still stand at the terminal with what was asked before.
  static final Duration QUIET = Duration.ofMinutes(3);

  /// Receipt numbers that a terminal may give to what is no payment before the next payment.
  private static final int MOST_LATER = 100;

  private static final String TAKEN = "taken ";
  private static final String NOT_TAKEN = "not-taken ";
  private static final String OTHER = "other ";
  private static final String STAFF = "staff ";

  private final Notes notes;
  private final InstantSource clock;
  private final Supplier<Duration> elapsed;
  private final Map<String, Duration> firstUnchanged = new HashMap<>();

  /// @param elapsed monotonic
  PaymentHistory(Notes notes, InstantSource clock, Supplier<Duration> elapsed) {
    this.notes = notes;
    this.clock = clock;
    this.elapsed = elapsed;
  }

  boolean knows(Payment payment) throws IOException {
    notes.begin();
    return notes.of(key(payment)).isPresent();
  }

  /// Whether what became of a payment is not known yet.
  boolean undecided() throws IOException {
    return notes.open().isPresent();
  }

  /// Notes that it is asked for now.
  ///
  /// @param before the terminal's last transaction; empty where it does not tell it
  void asks(Payment payment, Optional<StatusInformation> before) throws IOException {
    notes.put(
        new PaymentNote(
            key(payment),
            clock.instant(),
            payment.amount(),
            before.map(StatusInformation::identity).orElse(Notes.NOT_TOLD),
            Notes.OPEN));
  }

  /// Notes what became of it; where nobody can tell, it stays open.
  void ended(Payment payment, TerminalOutcome outcome) throws IOException {
    PaymentNote note = noted(payment);
    switch (outcome) {
      case TerminalOutcome.PaymentTaken taken -> notes.put(note.with(TAKEN + taken.numbers()));
      case TerminalOutcome.NotTaken(TerminalRefusal why) -> notes.put(note.with(NOT_TAKEN + why));
      case TerminalOutcome.TookOther(TerminalNote told) ->
          notes.put(note.with(OTHER + told.text()));
      case TerminalOutcome.PaymentUnknown _ -> {}
    }
  }

  /// What is known without the terminal; empty where it must be looked at.
  Optional<TerminalOutcome> known(Payment payment) throws IOException {
    if (!notes.present()) {
      return Optional.of(
          new TerminalOutcome.PaymentUnknown("the notes beside the terminal are gone", true));
    }
    Optional<PaymentNote> note = notes.of(key(payment));
    if (note.isEmpty()) {
      return Optional.of(new TerminalOutcome.NotTaken(TerminalRefusal.NEVER_ASKED));
    }
    return note.filter(each -> !each.open()).map(each -> decided(each.became()));
  }

  private static TerminalOutcome decided(String became) {
    if (became.startsWith(TAKEN)) {
      List<String> words = Arrays.asList(became.substring(TAKEN.length()).split(" "));
      return new TerminalOutcome.PaymentTaken(
          words.getFirst(), after(words, "trace"), after(words, "terminal"));
    }
    Optional<TerminalNote> other =
        Optional.of(became).filter(text -> text.startsWith(OTHER)).flatMap(TerminalNote::in);
    if (other.isPresent()) {
      return new TerminalOutcome.TookOther(other.get());
    }
    return became.startsWith(NOT_TAKEN)
        ? new TerminalOutcome.NotTaken(
            TerminalRefusal.valueOf(became.substring(NOT_TAKEN.length())))
        : new TerminalOutcome.PaymentUnknown(became.substring(STAFF.length()), true);
  }

  private static Optional<String> after(List<String> words, String name) {
    int at = words.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  /// Whether a transaction is that which was the terminal's last one before a payment was asked
  /// for.
  boolean isTheOneBefore(StatusInformation told, Payment payment) throws IOException {
    return told.isAgain(noted(payment).before());
  }

  /// Judges the payment that is open, if one is, and notes it.
  ///
  /// @param last the terminal's last transaction; empty where it does not tell it
  /// @return whether none is open any more
  boolean settled(Optional<StatusInformation> last) throws IOException {
    Optional<PaymentNote> open = notes.open();
    return open.isEmpty() || judged(open.get(), last).isPresent();
  }

  /// Judges a payment that is open, and notes it.
  TerminalOutcome judged(Payment payment, Optional<StatusInformation> last) throws IOException {
    return judged(noted(payment), last)
        .orElseGet(
            () ->
                TerminalOutcome.PaymentUnknown.forNow(
                    "the terminal may still be at what it was asked"));
  }

  private Optional<TerminalOutcome> judged(PaymentNote note, Optional<StatusInformation> last)
      throws IOException {
    boolean told = !note.before().equals(Notes.NOT_TOLD) && last.isPresent();
    boolean same = told && last.get().identity().equals(note.before());
    if ((!told || same) && !quiet(note)) {
      return Optional.empty();
    }
    String became =
        !told
            ? STAFF + untold(note, last)
            : same ? NOT_TAKEN + TerminalRefusal.TIMED_OUT : later(note, last.get());
    notes.put(note.with(became));
    firstUnchanged.remove(note.reference());
    return Optional.of(decided(became));
  }

  /// What it did is for staff to see, where only the one before was not told.
  private static String untold(PaymentNote note, Optional<StatusInformation> last) {
    return last.map(
            now ->
                "it told no transaction before this one; " + now.told(note.sum().currency()).text())
        .orElse("the terminal does not tell its last transaction");
  }

  private static String later(PaymentNote note, StatusInformation now) {
    int later = now.after(note.before());
    if (now.done()
        && !now.reversal()
        && !now.isOfAnotherTerminal(note.before())
        && now.confirms(note.sum())
        && later > 0
        && later < MOST_LATER) {
      return TAKEN + now.taken().numbers();
    }
    return !now.done() && later == 1
        ? NOT_TAKEN + TerminalRefusal.DECLINED
        : STAFF
            + "its last transaction is another than before; "
            + now.told(note.sum().currency()).text();
  }

  /// A terminal that tells its last transaction is at none; but what was asked may have come late.
  /// So: two looks long enough apart, whatever the clock says, which may have jumped.
  private boolean quiet(PaymentNote note) {
    Duration now = elapsed.get();
    Duration first = firstUnchanged.computeIfAbsent(note.reference(), _ -> now);
    return now.minus(first).compareTo(QUIET) >= 0;
  }

  private PaymentNote noted(Payment payment) throws IOException {
    return notes
        .of(key(payment))
        .orElseThrow(() -> new IOException("what was noted beside the terminal is gone"));
  }

  private static String key(Payment payment) {
    return payment.reference().replace(' ', '_');
  }
}
