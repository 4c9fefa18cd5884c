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
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.payment.PaymentTerminal;

/// A payment terminal without a bank behind it, for demo, training and tests. Like a real one it is
/// a machine of its own: it remembers what it took when the station has lost its power. With a file
/// that also holds over the end of this program.
///
/// Its faults happen by call, never by time.
public final class SimulatedTerminal implements PaymentTerminal {

  /// What goes wrong with the next payment.
  public enum Fault {
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

  private final Optional<Path> file;
  private final Map<String, Money> taken = new LinkedHashMap<>();
  private final Map<String, Why> ended = new LinkedHashMap<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private Money total;
  private boolean reachable = true;

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
        if (words.length == 3) {
          book(words[2], Money.of(Long.parseLong(words[1]), words[0]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void book(String reference, Money amount) {
    taken.put(reference, amount);
    total = total.plus(amount);
  }

  /// The next payment goes wrong so; several wait for several payments.
  public synchronized void next(Fault fault) {
    faults.add(fault);
  }

  public synchronized void reachable(boolean now) {
    reachable = now;
  }

  /// All the money in it.
  public synchronized Money total() {
    return total;
  }

  @Override
  public synchronized Outcome take(Payment payment, Duration atMost) {
    if (taken.containsKey(payment.reference()) || ended.containsKey(payment.reference())) {
      throw new IllegalArgumentException("a reference is used once: " + payment.reference());
    }
    if (!reachable) {
      return new Outcome.NotTaken(Why.NOT_READY);
    }
    Fault fault = faults.poll();
    if (fault == null) {
      return accept(payment);
    }
    return switch (fault) {
      case DECLINED -> end(payment, Why.DECLINED);
      case CANCELLED -> end(payment, Why.CANCELLED);
      case TIMED_OUT -> end(payment, Why.TIMED_OUT);
      case ANSWERS_LATE -> {
        Outcome _ = accept(payment);
        yield new Outcome.Unknown("no answer from the terminal");
      }
      case FORGETS -> {
        total = total.plus(payment.amount());
        reachable = false;
        yield new Outcome.Unknown("no answer from the terminal");
      }
      case OUT_OF_REACH -> {
        reachable = false;
        yield new Outcome.Unknown("the line to the terminal broke");
      }
      case POWER_CUT -> {
        ended.put(payment.reference(), Why.TIMED_OUT);
        yield new Outcome.Unknown("the line to the terminal broke");
      }
    };
  }

  private Outcome end(Payment payment, Why why) {
    ended.put(payment.reference(), why);
    return new Outcome.NotTaken(why);
  }

  private Outcome accept(Payment payment) {
    if (file.isPresent()) {
      try {
        Files.writeString(
            file.get(),
            payment.amount().currency().getCurrencyCode()
                + " "
                + payment.amount().minor()
                + " "
                + payment.reference()
                + "\n",
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            StandardOpenOption.SYNC);
      } catch (IOException e) {
        return new Outcome.NotTaken(Why.NOT_READY);
      }
    }
    book(payment.reference(), payment.amount());
    return new Outcome.Taken(receipt(payment));
  }

  private static String receipt(Payment payment) {
    return "SIM-" + payment.reference();
  }

  @Override
  public synchronized Outcome find(Payment payment) {
    if (!reachable) {
      return new Outcome.Unknown("the terminal cannot be reached");
    }
    Money amount = taken.get(payment.reference());
    if (amount != null) {
      return amount.equals(payment.amount())
          ? new Outcome.Taken(receipt(payment))
          : new Outcome.Unknown("another amount was taken: " + amount);
    }
    return new Outcome.NotTaken(ended.getOrDefault(payment.reference(), Why.NEVER_ASKED));
  }

  /// Nobody waits at a simulated terminal: each payment ends in its call.
  @Override
  public void close() {}
}
