package org.libstation.simulation;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.StationClock;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;
import org.libstation.payment.PaymentTerminal.TerminalRefusal;
import org.libstation.payment.zvt.NoteStore;
import org.libstation.payment.zvt.ZvtTerminal;
import org.libstation.payment.zvt.lab.TwinLine;
import org.libstation.payment.zvt.lab.ZvtTwin;
import org.libstation.payment.zvt.lab.ZvtTwin.Booked;
import org.libstation.payment.zvt.lab.ZvtTwin.Temper;

/// The payment terminal of a simulated day: the production driver speaks ZVT to its twin, whose
/// bank has a ledger that no program under test sees; at each byte the power may go, the line may
/// be cut, the terminal may restart, fall silent or dawdle.
///
/// No two payments of a day are of the same sum, so that each sum in a ledger is somebody's.
final class Till {
  static final Currency CURRENCY = Currency.getInstance("HKD");

  /// What the line says when nobody can reach the terminal.
  static final String AWAY = "no way to the terminal";

  /// What the bank had before the day.
  private static final long EARLIER = 99_999;

  /// What the terminal takes too much where it takes another sum.
  private static final long TOO_MUCH = 100;

  private static final int SMALLEST = 101;
  private static final int LARGEST = 900;

  /// Bytes of a whole payment, and some more.
  private static final int BYTES = 500;

  /// How long a terminal whose till is gone may still be at a payment, in seconds; with the till's
  /// patience before it, within the three minutes in which the driver believes no look.
  private static final int LATEST = 80;

  /// A patron who wishes to pay, and what came of it.
  static final class Try {
    private final PatronId patron;
    private final PaymentRequest wish;
    private final List<Payment> asked = new ArrayList<>();
    private Optional<PaymentOutcome> outcome = Optional.empty();

    private Try(PatronId patron, PaymentRequest wish) {
      this.patron = patron;
      this.wish = wish;
    }

    PatronId patron() {
      return patron;
    }

    long minor() {
      return wish.amount().minor();
    }

    PaymentRequest wish() {
      return wish;
    }

    /// What the terminal was asked for: one payment, or none.
    List<Payment> asked() {
      return List.copyOf(asked);
    }

    /// What the patron was told; empty where the power went.
    Optional<PaymentOutcome> outcome() {
      return outcome;
    }

    void told(PaymentOutcome told) {
      outcome = Optional.of(told);
    }

    @Override
    public String toString() {
      return patron + " pays " + wish.amount() + ": " + outcome + asked;
    }
  }

  final Random random;
  private final SimulatedTime time;
  private final Power power;
  private final Bug bug;
  private final NoteStore notes;
  private final boolean givesBack;
  private final Temper temper;
  private final ZvtTwin twin;
  private final TwinLine line;
  private final List<Try> tries = new ArrayList<>();
  private final Set<Long> sums = new HashSet<>();
  private int dawdlesAt = -1;

  /// @param directory where the driver's notes lie
  Till(Path directory, SimulatedTime time, Power power, Bug bug, long seed) {
    this.random = new Random(seed * 31 + 7);
    this.time = time;
    this.power = power;
    this.bug = bug;
    this.notes = NoteStore.in(directory.resolve("terminal.notes"));
    this.givesBack = random.nextBoolean();
    this.temper = pick(List.of(Temper.values()));
    this.twin = new ZvtTwin(temper, CURRENCY.getNumericCode(), EARLIER);
    this.line = new TwinLine(twin, time::advance);
    line.each(this::step);
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private void step() {
    power.step();
    if (--dawdlesAt == 0) {
      time.advance(Duration.ofSeconds(random.nextInt(60)));
    }
  }

  private NoteStore cut(NoteStore file) {
    return new NoteStore() {
      private Optional<String> unwritten = Optional.empty();

      @Override
      public Optional<String> read() throws IOException {
        return unwritten.isPresent() ? unwritten : file.read();
      }

      @Override
      public void write(String text) throws IOException {
        power.step();
        if (bug == Bug.MONEY_NOTES_LOST) {
          // The first of all are on the disk: a driver that finds none says so.
          file.write(file.read().orElse("zvt 1\n"));
          unwritten = Optional.of(text);
        } else {
          file.write(text);
        }
        power.step();
      }
    };
  }

  /// The driver of one run of the program.
  PaymentTerminal driver(StationClock clock) {
    line.close();
    PaymentTerminal real =
        new ZvtTerminal(
            new ZvtTerminal.ZvtSetup(
                CURRENCY, ZvtTwin.PASSWORD, false, givesBack, Optional.empty()),
            line,
            cut(notes),
            time::wall,
            clock::monotonic,
            _ -> {});
    return (PaymentTerminal)
        Proxy.newProxyInstance(
            PaymentTerminal.class.getClassLoader(),
            new Class<?>[] {PaymentTerminal.class},
            (_, method, arguments) -> {
              boolean takes = method.getName().equals("take");
              if (takes) {
                tries.getLast().asked.add((Payment) arguments[0]);
              }
              if (method.getName().equals("find") && bug == Bug.MONEY_NOT_LOOKED_FOR) {
                return new TerminalOutcome.NotTaken(TerminalRefusal.NEVER_ASKED);
              }
              try {
                Object answer = method.invoke(real, arguments);
                return takes
                        && bug == Bug.MONEY_ASKED_AGAIN
                        && answer instanceof TerminalOutcome.PaymentUnknown
                    ? again(real, arguments)
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static TerminalOutcome again(PaymentTerminal real, Object[] arguments) {
    Payment first = (Payment) arguments[0];
    return real.take(
        Payment.ofWhatIsOwed(first.reference() + "-2", first.amount()),
        (Duration) arguments[1],
        (Payer) arguments[2]);
  }

  /// A sum of at most so much that no other payment has, nor what is taken too much of one.
  Optional<Money> sum(long most) {
    for (int i = 0; i < 50 && most > SMALLEST; i++) {
      Optional<Money> sum = unused(SMALLEST + random.nextInt((int) Math.min(most, LARGEST)));
      if (sum.filter(each -> each.minor() <= most).isPresent()) {
        return sum;
      }
    }
    return Optional.empty();
  }

  /// That sum, where no other payment has it.
  Optional<Money> unused(long minor) {
    boolean used =
        sums.contains(minor) || sums.contains(minor - TOO_MUCH) || sums.contains(minor + TOO_MUCH);
    return used ? Optional.empty() : Optional.of(new Money(minor, CURRENCY));
  }

  /// Nobody else pays this sum from now on.
  void paid(Money sum) {
    sums.add(sum.minor());
  }

  /// A patron comes to pay; something may go wrong.
  ///
  /// @return what does, in words
  String comes(PatronId patron, PaymentRequest wish) {
    tries.add(new Try(patron, wish));
    paid(wish.amount());
    ZvtTwin.CardholderBehaviour person =
        random.nextInt(3) > 0
            ? ZvtTwin.CardholderBehaviour.PAYS
            : pick(List.of(ZvtTwin.CardholderBehaviour.values()));
    twin.next(person);
    int at = 1 + random.nextInt(BYTES);
    String trouble =
        switch (random.nextInt(9)) {
          case 0, 1 -> {
            power.cutAfter(at);
            yield "the power goes at step ";
          }
          case 2 -> event(at, TwinLine.Event.CUT);
          case 3 -> event(at, TwinLine.Event.RESTART);
          case 4 -> event(at, TwinLine.Event.SILENT);
          case 5 -> {
            dawdlesAt = at;
            yield "the terminal dawdles at byte ";
          }
          case 6 -> {
            line.away(true);
            yield "the terminal is away, not at ";
          }
          default -> "all goes well, also at ";
        };
    return person + ", " + trouble + at;
  }

  private String event(int at, TwinLine.Event event) {
    line.at(at, event);
    return event + " at byte ";
  }

  /// The visit is over; a terminal that was away may be there again.
  void over() {
    line.at(0, TwinLine.Event.NONE);
    dawdlesAt = -1;
    if (temper == Temper.LATE) {
      int visit = tries.size();
      time.later(
          Duration.ofSeconds(random.nextInt(LATEST)),
          () -> {
            if (visit == tries.size()) {
              comesToItsEnd();
            }
          });
    }
    if (random.nextInt(3) > 0) {
      line.away(false);
    }
  }

  /// The twin takes a while for what passes between two looks.
  private void comesToItsEnd() {
    twin.alone();
    twin.alone();
  }

  void heal() {
    over();
    line.away(false);
  }

  List<Try> tries() {
    return List.copyOf(tries);
  }

  /// What the bank has of one try: taken above nothing, given back below.
  List<Booked> charged(Try one) {
    return twin.ledger().stream()
        .skip(1)
        .filter(
            each ->
                Math.abs(each.minor()) == one.minor()
                    || Math.abs(each.minor()) == one.minor() + TOO_MUCH)
        .toList();
  }
}
