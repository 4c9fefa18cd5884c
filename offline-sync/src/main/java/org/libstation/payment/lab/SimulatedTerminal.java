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
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.TerminalNumbers;
import org.libstation.payment.PaymentTerminal;

/// A payment terminal without a bank, for demo, training and tests. Like a real terminal, it
/// remembers what it took when the station loses power. With a file, it remembers this after the
/// end of the program too.
///
/// Its faults occur by call, never by time.
public final class SimulatedTerminal implements PaymentTerminal {

  /// What goes wrong with the next payment.
  public enum SimulatedFault {
    DECLINED,
    CANCELLED,
    TIMED_OUT,
    /// The money is taken, but no answer comes; when asked later, the terminal reports the payment.
    ANSWERS_LATE,
    /// The money is taken, but no answer ever comes, because the terminal has forgotten the
    /// payment.
    FORGETS,
    /// The terminal cannot be reached, neither now nor when asked what became of the payment.
    OUT_OF_REACH,
    /// The terminal loses power before it took anything.
    POWER_CUT
  }

  /// The line of the file that follows the payments of a day.
  private static final String DAY_ENDED = "day ended";

  private final Optional<Path> file;
  private final Map<String, Money> taken = new LinkedHashMap<>();

  /// Payments of the day that is not ended yet.
  private final Map<String, Money> day = new LinkedHashMap<>();

  private final Map<String, TerminalRefusal> ended = new LinkedHashMap<>();
  private final Deque<SimulatedFault> faults = new ArrayDeque<>();
  private Money total;
  private boolean reachable = true;
  private boolean givesBack;
  private boolean reverses = true;

  /// @param currency ISO 4217 code of the empty till's currency
  public SimulatedTerminal(String currency) {
    this(currency, Optional.empty());
  }

  /// @param file records the payments, one a line; read now, appended later
  /// @throws UncheckedIOException if the file cannot be read
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

  /// @param amount below zero if money is given back
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

  /// Makes the next payment go wrong in this way. Several faults queue up for several payments.
  public synchronized void next(SimulatedFault fault) {
    faults.add(fault);
  }

  /// Sets whether the station can reach the terminal.
  public synchronized void reachable(boolean now) {
    reachable = now;
  }

  /// Sets whether the site wants money given back if the library refuses it.
  public synchronized void givesBack(boolean now) {
    givesBack = now;
  }

  @Override
  public synchronized boolean givesBack() {
    return givesBack;
  }

  /// From now on no money can be given back, as after an end of day.
  public synchronized void dayEnded() {
    reverses = false;
  }

  /// All money in the terminal.
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
        yield TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_NO_ANSWER));
      }
      case FORGETS -> {
        total = total.plus(payment.amount());
        reachable = false;
        yield TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_NO_ANSWER));
      }
      case OUT_OF_REACH -> {
        reachable = false;
        yield TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_LINE_BROKE));
      }
      case POWER_CUT -> {
        ended.put(payment.reference(), TerminalRefusal.TIMED_OUT);
        yield TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_LINE_BROKE));
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
        TerminalNumbers.ofReceipt(receipt(payment.reference())));
  }

  private static String receipt(String reference) {
    return "SIM-" + reference;
  }

  @Override
  public synchronized TerminalOutcome find(Payment payment) {
    if (!reachable) {
      return TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_NOT_REACHED));
    }
    Money amount = taken.get(payment.reference());
    if (amount != null) {
      return amount.equals(payment.amount())
          ? taken(payment)
          : new TerminalOutcome.TookOther(
              TaskNote.of(TaskNoteCode.TERMINAL_TOOK, amount, receipt(payment.reference())));
    }
    return new TerminalOutcome.NotTaken(
        ended.getOrDefault(payment.reference(), TerminalRefusal.NEVER_ASKED));
  }

  @Override
  public synchronized Reversed reverse(Payment payment, String numbers) {
    if (!reachable) {
      return new Reversed.ReversalUnknown(List.of(TaskNote.of(TaskNoteCode.TERMINAL_NOT_REACHED)));
    }
    Money amount = taken.get(payment.reference());
    if (amount == null
        || !reverses
        || !payment.amount().equals(amount)
        || !numbers.equals(receipt(payment.reference()))) {
      return new Reversed.NotReversed(List.of(TaskNote.of(TaskNoteCode.TERMINAL_TOOK_NO_SUCH)));
    }
    try {
      write(payment.reference(), Money.of(-amount.minor(), amount.currency().getCurrencyCode()));
    } catch (IOException e) {
      return new Reversed.NotReversed(
          List.of(TaskNote.text("the terminal's memory cannot be written: " + e.getMessage())));
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

  /// Does nothing: each payment ends within its call.
  @Override
  public void close() {}
}
