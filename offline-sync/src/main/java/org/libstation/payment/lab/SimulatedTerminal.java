package org.libstation.payment.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentStep;
import org.libstation.circulation.TerminalNote;
import org.libstation.payment.PaymentTerminal;

/// A payment terminal without a bank behind it, for demo, training and tests. Like a real one it is
/// a machine of its own: it remembers what it took when the station has lost its power. With a file
/// that also holds over the end of this program.
///
/// Its faults happen by call, never by time.
public final class SimulatedTerminal implements PaymentTerminal {

  /// What goes wrong with the next payment.
  public enum SimulatedFault {
    DECLINED,
    CANCELLED,
    TIMED_OUT,
    /// The money is taken, and the answer does not come; asked later it tells.
    ANSWERS_LATE,
    /// The money is taken, and the answer never comes: it has forgotten the payment.
    FORGETS,
    /// It cannot be reached, now or when asked what became of it.
    OUT_OF_REACH,
    /// It loses its power before anything was taken.
    POWER_CUT
  }

  /// The line of its file behind a day's payments.
  private static final String DAY_ENDED = "day ended";

  private final Optional<Path> file;
  private final Map<String, Money> taken = new LinkedHashMap<>();

  /// What its day that is not ended yet holds.
  private final Map<String, Money> day = new LinkedHashMap<>();

  private final Map<String, TerminalRefusal> ended = new LinkedHashMap<>();
  private final Deque<SimulatedFault> faults = new ArrayDeque<>();
  private Money total;
  private boolean reachable = true;
  private boolean givesBack;
  private boolean reverses = true;

  /// @param currency of the empty till, ISO 4217
  public SimulatedTerminal(String currency) {
    this(currency, Optional.empty());
  }

  /// @param file what it took, a line a payment; read now, and added to
  /// @throws UncheckedIOException when it cannot be read
  public SimulatedTerminal(String currency, Optional<Path> file) {
    this.total = Money.of(0, currency);
    this.file = file;
    file.filter(Files::exists).ifPresent(this::read);
  }

  private void read(Path path) {
    try {
      for (String line : Files.readAllLines(path)) {
        String[] words = line.split(" ", 3);
        if (line.equals(DAY_ENDED)) {
          day.clear();
        } else if (words.length == 3) {
          book(words[2], Money.of(Long.parseLong(words[1]), words[0]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param amount below nothing: what was taken is given back
  private void book(String reference, Money amount) {
    if (amount.minor() < 0) {
      taken.remove(reference);
      day.remove(reference);
      ended.put(reference, TerminalRefusal.CANCELLED);
    } else {
      taken.put(reference, amount);
      day.put(reference, amount);
    }
    total = total.plus(amount);
  }

  /// The next payment goes wrong so; several wait for several payments.
  public synchronized void next(SimulatedFault fault) {
    faults.add(fault);
  }

  public synchronized void reachable(boolean now) {
    reachable = now;
  }

  /// The site wishes that what the library refuses is given back.
  public synchronized void givesBack(boolean now) {
    givesBack = now;
  }

  @Override
  public synchronized boolean givesBack() {
    return givesBack;
  }

  /// As after an end of day: what it takes cannot be given back any more.
  public synchronized void dayEnded() {
    reverses = false;
  }

  /// All the money in it.
  public synchronized Money total() {
    return total;
  }

  @Override
  public synchronized TerminalOutcome take(Payment payment, Duration atMost, Payer payer) {
    if (taken.containsKey(payment.reference()) || ended.containsKey(payment.reference())) {
      throw new IllegalArgumentException("a reference is used once: " + payment.reference());
    }
    if (!reachable) {
      return new TerminalOutcome.NotTaken(TerminalRefusal.NOT_READY);
    }
    payer.accept(PaymentStep.PRESENT_CARD);
    if (payer.stops()) {
      return end(payment, TerminalRefusal.CANCELLED);
    }
    SimulatedFault fault = faults.poll();
    if (fault == null) {
      return accept(payment);
    }
    return switch (fault) {
      case DECLINED -> {
        payer.accept(PaymentStep.DECLINED);
        yield end(payment, TerminalRefusal.DECLINED);
      }
      case CANCELLED -> end(payment, TerminalRefusal.CANCELLED);
      case TIMED_OUT -> end(payment, TerminalRefusal.TIMED_OUT);
      case ANSWERS_LATE -> {
        TerminalOutcome _ = accept(payment);
        yield TerminalOutcome.PaymentUnknown.forNow("no answer from the terminal");
      }
      case FORGETS -> {
        total = total.plus(payment.amount());
        reachable = false;
        yield TerminalOutcome.PaymentUnknown.forNow("no answer from the terminal");
      }
      case OUT_OF_REACH -> {
        reachable = false;
        yield TerminalOutcome.PaymentUnknown.forNow("the line to the terminal broke");
      }
      case POWER_CUT -> {
        ended.put(payment.reference(), TerminalRefusal.TIMED_OUT);
        yield TerminalOutcome.PaymentUnknown.forNow("the line to the terminal broke");
      }
    };
  }

  private TerminalOutcome end(Payment payment, TerminalRefusal why) {
    ended.put(payment.reference(), why);
    return new TerminalOutcome.NotTaken(why);
  }

  private TerminalOutcome accept(Payment payment) {
    try {
      write(payment.reference(), payment.amount());
    } catch (IOException e) {
      return new TerminalOutcome.NotTaken(TerminalRefusal.NOT_READY);
    }
    return taken(payment);
  }

  private void write(String reference, Money amount) throws IOException {
    append(amount.currency().getCurrencyCode() + " " + amount.minor() + " " + reference);
    book(reference, amount);
  }

  private void append(String line) throws IOException {
    if (file.isPresent()) {
      Files.writeString(
          file.get(),
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    }
  }

  private static TerminalOutcome taken(Payment payment) {
    return new TerminalOutcome.PaymentTaken(
        receipt(payment.reference()), Optional.empty(), Optional.empty());
  }

  private static String receipt(String reference) {
    return "SIM-" + reference;
  }

  @Override
  public synchronized TerminalOutcome find(Payment payment) {
    if (!reachable) {
      return TerminalOutcome.PaymentUnknown.forNow("the terminal cannot be reached");
    }
    Money amount = taken.get(payment.reference());
    if (amount != null) {
      return amount.equals(payment.amount())
          ? taken(payment)
          : new TerminalOutcome.TookOther(
              new TerminalNote("the terminal took " + amount, receipt(payment.reference())));
    }
    return new TerminalOutcome.NotTaken(
        ended.getOrDefault(payment.reference(), TerminalRefusal.NEVER_ASKED));
  }

  @Override
  public synchronized Reversed reverse(Payment payment, String numbers) {
    if (!reachable) {
      return new Reversed.ReversalUnknown("the terminal cannot be reached");
    }
    Money amount = taken.get(payment.reference());
    if (amount == null
        || !reverses
        || !payment.amount().equals(amount)
        || !numbers.equals(receipt(payment.reference()))) {
      return new Reversed.NotReversed("the terminal took no such payment");
    }
    try {
      write(payment.reference(), Money.of(-amount.minor(), amount.currency().getCurrencyCode()));
    } catch (IOException e) {
      return new Reversed.NotReversed("the terminal's memory cannot be written: " + e.getMessage());
    }
    return new Reversed.ReversalDone(numbers);
  }

  @Override
  public synchronized DayEnd endOfDay() {
    if (!reachable) {
      return new DayEnd.DayNotEnded("the terminal cannot be reached");
    }
    try {
      append(DAY_ENDED);
    } catch (IOException e) {
      return new DayEnd.DayNotEnded("the terminal's memory cannot be written: " + e.getMessage());
    }
    List<String> references = List.copyOf(day.keySet());
    Money sum = day.values().stream().reduce(new Money(0, total.currency()), Money::plus);
    day.clear();
    return new DayEnd.Totals(
        references.stream().findFirst().map(SimulatedTerminal::receipt),
        references.reversed().stream().findFirst().map(SimulatedTerminal::receipt),
        Optional.of(sum),
        references.isEmpty()
            ? List.of()
            : List.of(new CardBrandTotal(CardBrand.OTHER, references.size(), sum)));
  }

  @Override
  public synchronized Condition diagnose() {
    return reachable
        ? new Condition.TerminalReady(Optional.empty())
        : new Condition.Away("the terminal cannot be reached");
  }

  /// Nobody waits at a simulated terminal: each payment ends in its call.
  @Override
  public void close() {}
}
