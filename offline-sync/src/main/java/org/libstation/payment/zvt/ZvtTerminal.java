package org.libstation.payment.zvt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.TerminalNumbers;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.TerminalLine;
import org.libstation.payment.zvt.Dialogue.DialogueEnd;

/// A card terminal that speaks ZVT.
///
/// ZVT carries no reference of the till. Before each payment the station therefore asks for the
/// terminal's last transaction (06 20) and writes it down ([Notes]). After an interruption the
/// station asks again:
///
/// * The same transaction as before: nothing was taken.
/// * A later one with exactly this sum: the money was taken.
/// * Anything else, or no information: staff decide, with the terminal's numbers.
///
/// A new payment begins only when the previous one is decided.
public final class ZvtTerminal implements PaymentTerminal {
  /// Config byte of a registration: the terminal prints. The station gets intermediate states and
  /// controls payment and administration.
  private static final int PRINTS_ITSELF = 0x08 | 0x10 | 0x20;

  /// Config byte of a registration: the till prints both receipts, by lines. Also used to ask for
  /// the last transaction, so that the terminal does not print a patron's receipt again.
  private static final int PRINTS_NOTHING = PRINTS_ITSELF | 0x02 | 0x04 | 0x80;

  /// Service byte: the terminal's service menu is not on its key.
  private static final byte[] SERVICE = {0x03, 0x01};

  /// The till also accepts text blocks (06 D3): container 06, tag 26, tag 0A.
  private static final byte[] TAKES_BLOCKS = {
    0x06, 0x06, 0x26, 0x04, 0x0A, 0x02, 0x06, (byte) 0xD3
  };

  /// The terminal decides the type of payment, without GeldKarte.
  private static final byte[] PAYMENT_TYPE = {0x19, 0x40};

  /// Bits of the terminal's state (BMP 19 of a registration) in which it takes no money.
  private static final int NEEDS = 0x07;

  /// The settings of this terminal.
  ///
  /// @param password six digits, as set in the terminal
  /// @param serial whether it is on a serial line; otherwise TCP
  /// @param givesBack whether to give money back if the library refuses to book it
  /// @param paper takes the lines of the patron's receipt, if the station prints it; empty if the
  ///   terminal prints
  public record ZvtSetup(
      Currency currency,
      String password,
      boolean serial,
      boolean givesBack,
      Optional<Consumer<List<String>>> paper) {
    /// @throws IllegalArgumentException if the password has not six digits
    public ZvtSetup {
      if (!password.matches("[0-9]{6}")) {
        throw new IllegalArgumentException("a terminal's password has six digits");
      }
    }

    @Override
    public String toString() {
      return "ZVT " + currency;
    }
  }

  private final ZvtSetup setup;
  private final TerminalLine line;
  private final PaymentHistory memory;
  private final Supplier<Duration> elapsed;
  private final Consumer<String> trace;
  private final ReentrantLock one = new ReentrantLock();

  /// Whether [#look()] alone holds the lock. Both a look and [#find] run when the program starts. A
  /// payment that was never asked for need not wait for the look.
  private volatile boolean looking;

  private volatile Optional<Condition> seen = Optional.empty();
  private boolean registered;

  /// @param notes stores the [Notes]
  /// @param elapsed monotonic time
  /// @param trace takes one masked line for each message; may discard it
  public ZvtTerminal(
      ZvtSetup setup,
      TerminalLine line,
      NoteStore notes,
      InstantSource clock,
      Supplier<Duration> elapsed,
      Consumer<String> trace) {
    this.setup = setup;
    this.line = line;
    this.memory = new PaymentHistory(new Notes(notes), clock, elapsed);
    this.elapsed = elapsed;
    this.trace = trace;
  }

  /// An exchange over one connection.
  private interface ZvtConversation<T> {
    T over(Dialogue dialogue) throws IOException;
  }

  /// Connects, holds one exchange and closes the line.
  ///
  /// @param lost makes the result if the terminal cannot be reached or the line is lost
  private <T> T connected(ZvtConversation<T> talk, Function<IOException, T> lost) {
    one.lock();
    try {
      open();
      return talk.over(new Dialogue(Wire.over(line, setup.serial()), elapsed, trace));
    } catch (IOException e) {
      return lost.apply(e);
    } finally {
      line.close();
      one.unlock();
    }
  }

  private void open() throws IOException {
    try {
      line.open();
    } catch (IOException e) {
      throw missed(e);
    }
  }

  private IOException missed(IOException why) {
    seen = Optional.of(new Condition.Away(String.valueOf(why.getMessage())));
    return why;
  }

  @Override
  public TerminalOutcome take(Payment payment, Duration atMost, Payer payer) {
    return connected(
        dialogue ->
            prepared(payment, payer, dialogue)
                .orElseGet(() -> asked(dialogue, payment, atMost, payer)),
        _ -> new TerminalOutcome.NotTaken(TerminalRefusal.NOT_READY));
  }

  /// Settles the previous payment, registers, and writes down that this payment is asked for.
  ///
  /// @return the outcome if the payment ends before it begins
  /// @throws IllegalArgumentException if the reference was used before
  private Optional<TerminalOutcome> prepared(Payment payment, Payer payer, Dialogue dialogue)
      throws IOException {
    if (memory.knows(payment)) {
      throw new IllegalArgumentException("a reference is used once: " + payment.reference());
    }
    Optional<StatusInformation> last = look(dialogue);
    if (!payment.amount().currency().equals(setup.currency())
        || !memory.settled(last)
        || !registered(dialogue, setup.paper().isPresent() ? PRINTS_NOTHING : PRINTS_ITSELF)) {
      return Optional.of(new TerminalOutcome.NotTaken(TerminalRefusal.NOT_READY));
    }
    if (payer.stops()) {
      return Optional.of(new TerminalOutcome.NotTaken(TerminalRefusal.CANCELLED));
    }
    memory.asks(payment, last);
    return Optional.empty();
  }

  private TerminalOutcome asked(Dialogue dialogue, Payment payment, Duration atMost, Payer payer) {
    Duration until = elapsed.get().plus(atMost);
    ReceiptText receipt = new ReceiptText();
    try {
      DialogueEnd end =
          dialogue.ask(
              new Apdu(Apdu.AUTHORISATION, authorisation(payment.amount())),
              new Dialogue.DialogueListener(
                  ZvtResultCodes.steps(payer),
                  setup.paper().isPresent() ? receipt::add : _ -> {},
                  () -> payer.stops() || timedOut(until)));
      boolean tooLate = !payer.stops() && timedOut(until);
      TerminalOutcome outcome =
          isTheOneBefore(end, payment)
              ? TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_LAST_AGAIN))
              : outcome(end, payment.amount(), tooLate);
      noted(payment, outcome);
      if (outcome instanceof TerminalOutcome.PaymentTaken) {
        setup.paper().ifPresent(paper -> paper.accept(receipt.take()));
      }
      return outcome;
    } catch (IOException e) {
      return TerminalOutcome.PaymentUnknown.forNow(ZvtFault.note(e));
    }
  }

  /// Whether the terminal answers with its transaction before this payment. What it did for this
  /// payment is then not known yet.
  private boolean isTheOneBefore(DialogueEnd end, Payment payment) throws IOException {
    return end instanceof DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _)
        && status.isPresent()
        && status.get().done()
        && memory.isTheOneBefore(status.get(), payment);
  }

  /// Writes down the outcome. If that fails, the payment stays open and is looked up later.
  private void noted(Payment payment, TerminalOutcome outcome) {
    try {
      memory.ended(payment, outcome);
    } catch (IOException _) {
      // The note stays open.
    }
  }

  private boolean timedOut(Duration until) {
    return elapsed.get().compareTo(until) >= 0;
  }

  private static byte[] authorisation(Money amount) {
    return joined(
        new byte[] {0x04},
        Bcd.of(amount.minor(), 6),
        new byte[] {0x49},
        Bcd.of(amount.currency().getNumericCode(), 2),
        PAYMENT_TYPE);
  }

  private static TerminalOutcome outcome(DialogueEnd end, Money asked, boolean timedOut) {
    return switch (end) {
      case DialogueEnd.DialogueRefused(int code) ->
          new TerminalOutcome.NotTaken(ZvtResultCodes.why(code, timedOut));
      case DialogueEnd.Aborted(int code, Optional<StatusInformation> status) ->
          status.filter(StatusInformation::done).isPresent()
              ? TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_BOTH))
              : new TerminalOutcome.NotTaken(
                  ZvtResultCodes.why(status.map(StatusInformation::result).orElse(code), timedOut));
      case DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _)
          when status.isEmpty() ->
          TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_NO_RESULT));
      case DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _) ->
          status.get().done()
              ? compared(status.get(), asked)
              : new TerminalOutcome.NotTaken(ZvtResultCodes.why(status.get().result(), timedOut));
    };
  }

  private static TerminalOutcome compared(StatusInformation told, Money asked) {
    return told.confirms(asked)
        ? told.taken()
        : new TerminalOutcome.TookOther(told.told(asked.currency()));
  }

  @Override
  public TerminalOutcome find(Payment payment) {
    if (one.isLocked() && !looking) {
      return TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_AT_ANOTHER));
    }
    try {
      Optional<TerminalOutcome> known = memory.known(payment);
      return known.isPresent()
          ? known.get()
          : connected(
              dialogue -> memory.judged(payment, look(dialogue)),
              why -> TerminalOutcome.PaymentUnknown.forNow(ZvtFault.note(why)));
    } catch (IOException e) {
      return TerminalOutcome.PaymentUnknown.forNow(ZvtFault.note(e));
    }
  }

  @Override
  public Reversed reverse(Payment payment, String numbers) {
    String receipt = TerminalNumbers.parse(numbers).receipt();
    if (!receipt.matches("[0-9]{1,4}")) {
      return notReversed(TaskNote.of(TaskNoteCode.TERMINAL_NO_RECEIPT));
    }
    byte[] data = joined(password(), new byte[] {(byte) 0x87}, Bcd.of(Long.parseLong(receipt), 2));
    return connected(
        dialogue -> {
          if (!registered(dialogue, PRINTS_ITSELF)) {
            return notReversed(TaskNote.of(TaskNoteCode.TERMINAL_NOT_REGISTERED));
          }
          try {
            return reversed(
                dialogue.ask(new Apdu(Apdu.REVERSAL, data), Dialogue.DialogueListener.NONE),
                payment);
          } catch (IOException e) {
            return reversalUnknown(ZvtFault.note(e));
          }
        },
        why -> notReversed(ZvtFault.note(why)));
  }

  @Override
  public boolean givesBack() {
    return setup.givesBack();
  }

  private static Reversed notReversed(TaskNote why) {
    return new Reversed.NotReversed(List.of(why));
  }

  private static Reversed reversalUnknown(TaskNote... why) {
    return new Reversed.ReversalUnknown(List.of(why));
  }

  private static Reversed reversed(DialogueEnd end, Payment payment) {
    return switch (end) {
      case DialogueEnd.DialogueRefused(int code) ->
          notReversed(TaskNote.text(ZvtResultCodes.told(code)));
      case DialogueEnd.Aborted(int code, Optional<StatusInformation> status) ->
          status.filter(StatusInformation::done).isPresent()
              ? reversalUnknown(TaskNote.of(TaskNoteCode.TERMINAL_BOTH_BACK))
              : notReversed(TaskNote.text(ZvtResultCodes.told(code)));
      case DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _)
          when status.isEmpty() ->
          reversalUnknown(TaskNote.of(TaskNoteCode.TERMINAL_NO_RESULT));
      case DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _) -> {
        StatusInformation told = status.get();
        if (!told.done()) {
          yield notReversed(TaskNote.text(ZvtResultCodes.told(told.result())));
        }
        yield told.confirms(payment.amount())
            ? new Reversed.ReversalDone(told.taken().numbers().text())
            : reversalUnknown(
                TaskNote.of(TaskNoteCode.TO_BE_GIVEN_BACK, payment.amount()),
                told.told(payment.amount().currency()));
      }
    };
  }

  @Override
  public DayEnd endOfDay() {
    return connected(
        dialogue -> {
          if (!memory.settled(look(dialogue))) {
            return new DayEnd.DayNotEnded(
                "a payment is not decided yet: try again in a few minutes");
          }
          if (!registered(dialogue, PRINTS_ITSELF)) {
            return new DayEnd.DayNotEnded("the terminal takes no registration");
          }
          try {
            DialogueEnd end =
                dialogue.ask(new Apdu(Apdu.END_OF_DAY, password()), Dialogue.DialogueListener.NONE);
            return end instanceof DialogueEnd.Completed done && code(end) == 0
                ? DayTotals.of(done.all(), setup.currency())
                : new DayEnd.DayNotEnded(ZvtResultCodes.told(code(end)));
          } catch (IOException e) {
            return new DayEnd.DayEndUnknown(String.valueOf(e.getMessage()));
          }
        },
        why -> new DayEnd.DayNotEnded(String.valueOf(why.getMessage())));
  }

  @Override
  public Condition diagnose() {
    if (one.isLocked()) {
      return new Condition.TerminalReady(Optional.empty());
    }
    return connected(
        dialogue -> {
          Condition condition = condition(registering(dialogue, PRINTS_NOTHING));
          if (!(condition instanceof Condition.TerminalReady)) {
            return condition;
          }
          DialogueEnd end = dialogue.ask(new Apdu(Apdu.DIAGNOSIS), Dialogue.DialogueListener.NONE);
          return end instanceof DialogueEnd.Completed && code(end) == 0
              ? condition
              : new Condition.TerminalFaulty(ZvtResultCodes.told(code(end)));
        },
        why -> new Condition.Away(String.valueOf(why.getMessage())));
  }

  private static Condition condition(DialogueEnd registration) {
    if (!(registration instanceof DialogueEnd.Completed in)) {
      return new Condition.TerminalFaulty(ZvtResultCodes.told(code(registration)));
    }
    int needs = in.all().binary(ZvtField.TYPE).orElse(0);
    return (needs & NEEDS) == 0
        ? new Condition.TerminalReady(in.all().digits(ZvtField.TERMINAL))
        : new Condition.TerminalFaulty(ZvtResultCodes.needs(needs));
  }

  @Override
  public Optional<Condition> seen() {
    return seen;
  }

  /// Over TCP only opens a connection, if the terminal was ready at the last contact; no message is
  /// sent. Otherwise it registers. On a serial line it always registers, because that line opens
  /// without a terminal too.
  @Override
  public void look() {
    // [#find] asks about undecided payments; this look must not keep it waiting for the lock.
    if (one.isLocked() || !decided() || !one.tryLock()) {
      return;
    }
    try {
      looking = true;
      if (!decided()) {
        return;
      }
      ZvtConversation<Boolean> registration = dialogue -> registered(dialogue, PRINTS_NOTHING);
      boolean there = seen.filter(Condition.TerminalReady.class::isInstance).isPresent();
      if (setup.serial() || !there) {
        boolean _ = connected(registration, _ -> false);
      } else {
        // One lost attempt does not prove that the terminal is away.
        boolean _ = connected(_ -> true, _ -> connected(registration, _ -> false));
      }
    } finally {
      looking = false;
      one.unlock();
    }
  }

  private boolean decided() {
    try {
      return !memory.undecided();
    } catch (IOException _) {
      // The notes cannot be read; a payment would report that.
      return false;
    }
  }

  private static int code(DialogueEnd end) {
    return switch (end) {
      case DialogueEnd.DialogueRefused(int code) -> code;
      case DialogueEnd.Aborted(int code, Optional<StatusInformation> status) ->
          status.map(StatusInformation::result).orElse(code);
      case DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _) ->
          status.map(StatusInformation::result).orElse(0);
    };
  }

  /// Logs off (06 02) if this station is registered and nothing is going on.
  @Override
  public void close() {
    if (!one.tryLock()) {
      return;
    }
    try {
      if (registered) {
        registered = false;
        line.open();
        Wire.over(line, setup.serial()).send(new Apdu(Apdu.LOG_OFF));
      }
    } catch (IOException _) {
      // The terminal is away and needs no log-off.
    } finally {
      line.close();
      one.unlock();
    }
  }

  /// The terminal's last transaction; empty if the terminal reports none. Its receipt is not
  /// printed.
  ///
  /// @throws ZvtFault if the terminal refuses the registration
  private Optional<StatusInformation> look(Dialogue dialogue) throws IOException {
    if (!registered(dialogue, PRINTS_NOTHING)) {
      throw new ZvtFault(
          TaskNoteCode.TERMINAL_NOT_REGISTERED, "the terminal takes no registration");
    }
    return dialogue.ask(new Apdu(Apdu.REPEAT_RECEIPT, password()), Dialogue.DialogueListener.NONE)
            instanceof DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _)
        ? status.filter(told -> told.receipt().isPresent())
        : Optional.empty();
  }

  private boolean registered(Dialogue dialogue, int config) throws IOException {
    return registering(dialogue, config) instanceof DialogueEnd.Completed;
  }

  private DialogueEnd registering(Dialogue dialogue, int config) throws IOException {
    try {
      DialogueEnd end = dialogue.ask(registration(config), Dialogue.DialogueListener.NONE);
      registered |= end instanceof DialogueEnd.Completed;
      seen = Optional.of(condition(end));
      return end;
    } catch (IOException e) {
      throw missed(e);
    }
  }

  private Apdu registration(int config) {
    return new Apdu(
        Apdu.REGISTRATION,
        joined(
            password(),
            new byte[] {(byte) config},
            Bcd.of(setup.currency().getNumericCode(), 2),
            SERVICE,
            setup.paper().isPresent() ? TAKES_BLOCKS : new byte[0]));
  }

  private byte[] password() {
    return Bcd.of(Long.parseLong(setup.password()), 3);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
