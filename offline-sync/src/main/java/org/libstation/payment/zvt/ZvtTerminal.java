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
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.TerminalLine;
import org.libstation.payment.zvt.Dialogue.DialogueEnd;

/// A card terminal that speaks ZVT.
///
/// ZVT knows no reference of the till's. So before each payment the terminal is asked for its last
/// transaction (06 20), and that is written down ([Notes]); after a cut it is asked again: still
/// the same one, nothing was taken; a later one with exactly this sum, it was; anything else, and
/// whatever is not told, is for staff, with the terminal's numbers. A new payment begins only when
/// the one before is decided.
public final class ZvtTerminal implements PaymentTerminal {
  /// Prints itself; the station wants intermediate states and rules payment and administration.
  private static final int PRINTS_ITSELF = 0x08 | 0x10 | 0x20;

  /// The till prints for both, by lines. Also while a receipt is only asked for: no patron's paper
  /// shall come out of the terminal once more.
  private static final int PRINTS_NOTHING = PRINTS_ITSELF | 0x02 | 0x04 | 0x80;

  /// The terminal's service menu is not on its key.
  private static final byte[] SERVICE = {0x03, 0x01};

  /// The till also takes text blocks (06 D3): container 06, tag 26, tag 0A.
  private static final byte[] TAKES_BLOCKS = {
    0x06, 0x06, 0x26, 0x04, 0x0A, 0x02, 0x06, (byte) 0xD3
  };

  /// As the terminal decides, without GeldKarte.
  private static final byte[] PAYMENT_TYPE = {0x19, 0x40};

  /// States of a terminal (BMP 19 of a registration) in which it takes nothing.
  private static final int NEEDS = 0x07;

  /// How this terminal is set up.
  ///
  /// @param password six digits, as set in the terminal
  /// @param serial whether it is on a serial line
  /// @param givesBack whether what the library refuses to book is given back
  /// @param paper takes the patron's receipt, a line each, where the station prints it; else the
  ///   terminal prints itself
  public record ZvtSetup(
      Currency currency,
      String password,
      boolean serial,
      boolean givesBack,
      Optional<Consumer<List<String>>> paper) {
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

  /// Whether it is locked by a look alone: both begin with the program, and what was never asked
  /// need not wait for it.
  private volatile boolean looking;

  private volatile Optional<Condition> seen = Optional.empty();
  private boolean registered;

  /// @param notes holds [Notes]
  /// @param elapsed monotonic
  /// @param trace takes a line for each message, masked; throws it away while nobody wants it
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

  /// What is said over one connection.
  private interface ZvtConversation<T> {
    T over(Dialogue dialogue) throws IOException;
  }

  /// @param lost takes why the terminal could not be reached, or was lost
  private <T> T connected(ZvtConversation<T> talk, Function<String, T> lost) {
    one.lock();
    try {
      open();
      return talk.over(new Dialogue(Wire.over(line, setup.serial()), elapsed, trace));
    } catch (IOException e) {
      return lost.apply(String.valueOf(e.getMessage()));
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

  /// @return what ends the payment before it begins
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
              ? TerminalOutcome.PaymentUnknown.forNow(
                  "the terminal told the payment before this one once more")
              : outcome(end, payment.amount(), tooLate);
      noted(payment, outcome);
      if (outcome instanceof TerminalOutcome.PaymentTaken) {
        setup.paper().ifPresent(paper -> paper.accept(receipt.take()));
      }
      return outcome;
    } catch (IOException e) {
      return TerminalOutcome.PaymentUnknown.forNow(String.valueOf(e.getMessage()));
    }
  }

  /// What it answers with may be what it did for somebody before: then nobody knows yet what it did
  /// now.
  private boolean isTheOneBefore(DialogueEnd end, Payment payment) throws IOException {
    return end instanceof DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _)
        && status.isPresent()
        && status.get().done()
        && memory.isTheOneBefore(status.get(), payment);
  }

  /// Where it cannot be written it stays open, and is looked at.
  private void noted(Payment payment, TerminalOutcome outcome) {
    try {
      memory.ended(payment, outcome);
    } catch (IOException _) {
      // As it says.
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
              ? TerminalOutcome.PaymentUnknown.forNow(
                  "the terminal told both a payment and an abort")
              : new TerminalOutcome.NotTaken(
                  ZvtResultCodes.why(status.map(StatusInformation::result).orElse(code), timedOut));
      case DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _)
          when status.isEmpty() ->
          TerminalOutcome.PaymentUnknown.forNow("the terminal told an end and no result");
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
      return TerminalOutcome.PaymentUnknown.forNow("the terminal is at another payment");
    }
    try {
      Optional<TerminalOutcome> known = memory.known(payment);
      return known.isPresent()
          ? known.get()
          : connected(
              dialogue -> memory.judged(payment, look(dialogue)),
              TerminalOutcome.PaymentUnknown::forNow);
    } catch (IOException e) {
      return TerminalOutcome.PaymentUnknown.forNow(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Reversed reverse(Payment payment, String numbers) {
    String receipt = numbers.split(" ", 2)[0];
    if (!receipt.matches("[0-9]{1,4}")) {
      return new Reversed.NotReversed("the terminal told no receipt number");
    }
    byte[] data = joined(password(), new byte[] {(byte) 0x87}, Bcd.of(Long.parseLong(receipt), 2));
    return connected(
        dialogue -> {
          if (!registered(dialogue, PRINTS_ITSELF)) {
            return new Reversed.NotReversed("the terminal takes no registration");
          }
          try {
            return reversed(
                dialogue.ask(new Apdu(Apdu.REVERSAL, data), Dialogue.DialogueListener.NONE),
                payment);
          } catch (IOException e) {
            return new Reversed.ReversalUnknown(String.valueOf(e.getMessage()));
          }
        },
        Reversed.NotReversed::new);
  }

  @Override
  public boolean givesBack() {
    return setup.givesBack();
  }

  private static Reversed reversed(DialogueEnd end, Payment payment) {
    return switch (end) {
      case DialogueEnd.DialogueRefused(int code) ->
          new Reversed.NotReversed(ZvtResultCodes.told(code));
      case DialogueEnd.Aborted(int code, Optional<StatusInformation> status) ->
          status.filter(StatusInformation::done).isPresent()
              ? new Reversed.ReversalUnknown("the terminal told both a reversal and an abort")
              : new Reversed.NotReversed(ZvtResultCodes.told(code));
      case DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _)
          when status.isEmpty() ->
          new Reversed.ReversalUnknown("the terminal told an end and no result");
      case DialogueEnd.Completed(Optional<StatusInformation> status, ZvtFields _) -> {
        StatusInformation told = status.get();
        if (!told.done()) {
          yield new Reversed.NotReversed(ZvtResultCodes.told(told.result()));
        }
        yield told.confirms(payment.amount())
            ? new Reversed.ReversalDone(told.taken().numbers())
            : new Reversed.ReversalUnknown(
                payment.amount()
                    + " was to be given back; "
                    + told.told(payment.amount().currency()).text());
      }
    };
  }

  @Override
  public DayEnd endOfDay() {
    return connected(
        dialogue -> {
          if (!memory.settled(look(dialogue))) {
            return new DayEnd.DayNotEnded("a payment is not decided yet: again in a few minutes");
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
        DayEnd.DayNotEnded::new);
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
        Condition.Away::new);
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

  /// On the network a connection alone, which says nothing to a terminal that was there; else, and
  /// on a serial line, which is there without a terminal too, a registration.
  @Override
  public void look() {
    // What is not decided is looked for by [#find], which this must not meet at the lock.
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
        // One attempt that the network loses is no terminal that is away.
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
      // Its notes cannot be read: a payment would say so.
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

  /// Gives the terminal back to itself (06 02), where it was ours and is at nothing.
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
      // It is away: then it is nobody's.
    } finally {
      line.close();
      one.unlock();
    }
  }

  /// What the terminal holds as its last transaction, where it tells it; nothing of its receipt is
  /// printed.
  private Optional<StatusInformation> look(Dialogue dialogue) throws IOException {
    if (!registered(dialogue, PRINTS_NOTHING)) {
      throw new IOException("the terminal takes no registration");
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
