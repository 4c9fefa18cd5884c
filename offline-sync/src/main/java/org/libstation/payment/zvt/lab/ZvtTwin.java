package org.libstation.payment.zvt.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.libstation.payment.zvt.Apdu;
import org.libstation.payment.zvt.Bcd;

/// A simulated terminal that speaks ZVT and keeps its own ledger. [#ledger()] is what its bank has,
/// whatever the station heard of it. It takes and gives bytes without the frames of a serial line.
///
/// Its [Temper] decides what it does when the till no longer hears it; makers differ in this.
public final class ZvtTwin {
  /// Card number of every simulated payment; tests search for it.
  public static final String PAN = "6725904411223344";

  /// Password with which the till may register.
  public static final String PASSWORD = "123456";

  private static final int TERMINAL = 52500038;
  private static final int NO_SUCH = 0x83;
  private static final int BUSY = 0x9C;
  private static final int GIVEN_UP = 0x6C;
  private static final int MOST = 0xFFFF + 5;

  /// When the money is taken.
  public enum Temper {
    /// When the till has acknowledged the status information; otherwise the payment is reversed.
    REVERSES_UNHEARD,
    /// Before the terminal sends the result.
    TAKES_FIRST,
    /// The terminal continues alone when the till is gone, and takes the money a while later.
    GOES_ON,
    /// As [#GOES_ON], but until then the terminal reports the previous transaction as its last one.
    LATE
  }

  /// What the person, the card or the bank does at the next payment.
  public enum CardholderBehaviour {
    PAYS,
    DECLINED,
    PRESSES_STOP,
    /// No person comes; the payment lasts until the till gives up.
    NEVER_COMES,
    /// The terminal takes another sum, for example with a tip.
    PAYS_MORE
  }

  /// A booking in the ledger.
  ///
  /// @param minor in minor units; negative if money was given back
  public record Booked(int receipt, int trace, long minor) {}

  /// A message to send, and what happens once the till has acknowledged it.
  private record Planned(Apdu message, Runnable heard) {}

  private Temper temper;
  private final int currency;
  private final List<Booked> ledger = new ArrayList<>();

  /// Number of ledger entries in days that have ended.
  private int ended;

  private final Deque<Planned> script = new ArrayDeque<>();
  private final ByteArrayOutputStream hears = new ByteArrayOutputStream();
  private final ByteArrayOutputStream says = new ByteArrayOutputStream();
  private final Deque<CardholderBehaviour> persons = new ArrayDeque<>();
  private Optional<Runnable> going = Optional.empty();
  private Optional<Apdu> last = Optional.empty();
  private boolean waits;
  private boolean looked;
  private boolean registered;
  private int receipt;
  private int trace = 4710;

  /// @param currency ISO 4217, numeric
  /// @param before sums of payments that it took earlier
  public ZvtTwin(Temper temper, int currency, long... before) {
    this.temper = temper;
    this.currency = currency;
    for (long minor : before) {
      number();
      book(minor);
      last = Optional.of(status(0, minor));
    }
  }

  public List<Booked> ledger() {
    return List.copyOf(ledger);
  }

  /// Number of the last receipt. Each requested payment gets one, whether the money is taken or
  /// not.
  public int receipt() {
    return receipt;
  }

  /// Sum that the bank has, in minor units, without the first `before` bookings.
  public long total(int before) {
    return ledger.stream().skip(before).mapToLong(Booked::minor).sum();
  }

  /// Sets the behaviour at the next payment and discards earlier settings. Unset payments are paid.
  public void next(CardholderBehaviour does) {
    persons.clear();
    persons.add(does);
  }

  /// Sets the behaviour at the first payment for which none is set yet.
  public void then(CardholderBehaviour does) {
    persons.add(does);
  }

  /// Changes the temper from now on.
  public void becomes(Temper other) {
    temper = other;
  }

  /// Takes one byte from the till.
  public void hear(byte each) {
    hears.write(each);
    byte[] begun = hears.toByteArray();
    int length = Apdu.length(begun, begun.length);
    if (begun.length > MOST) {
      hears.reset();
    } else if (length > 0 && begun.length == length) {
      hears.reset();
      heard(Apdu.of(begun));
    }
  }

  /// Returns the bytes to send, once.
  public byte[] say() {
    byte[] all = says.toByteArray();
    says.reset();
    return all;
  }

  /// The till has disconnected.
  public void alone() {
    hears.reset();
    says.reset();
    script.clear();
    waits = false;
    if (temper != Temper.GOES_ON && temper != Temper.LATE) {
      going = Optional.empty();
    } else if (temper == Temper.LATE && looked) {
      going.ifPresent(Runnable::run);
    }
    looked = going.isPresent();
  }

  /// The terminal loses its power and gets it back.
  public void restart() {
    alone();
    going = Optional.empty();
    registered = false;
  }

  private void heard(Apdu message) {
    if (message.acknowledges()) {
      Planned told = script.poll();
      if (told != null && !message.negative()) {
        told.heard().run();
      }
      proceed();
      return;
    }
    if (message.control() == Apdu.ABORT) {
      abort();
      return;
    }
    if (temper == Temper.GOES_ON && going.isPresent() && script.isEmpty()) {
      // The payment of the disconnected till is still running and ends now.
      Runnable end = going.get();
      going = Optional.empty();
      end.run();
      tell(negative(BUSY));
      return;
    }
    obey(message);
  }

  private void obey(Apdu message) {
    byte[] data = message.data();
    switch (message.control()) {
      case Apdu.REGISTRATION -> {
        if (!password(data)) {
          tell(negative(NO_SUCH));
          return;
        }
        registered = true;
        begin(
            new Apdu(
                Apdu.COMPLETION,
                joined(
                    new byte[] {0x19, 0x00, 0x29},
                    Bcd.of(TERMINAL, 4),
                    new byte[] {0x49},
                    Bcd.of(currency, 2))));
      }
      case Apdu.LOG_OFF -> {
        registered = false;
        tell(new Apdu(Apdu.POSITIVE));
      }
      case Apdu.AUTHORISATION -> authorise(data);
      case Apdu.REPEAT_RECEIPT -> {
        if (last.isEmpty() || !password(data)) {
          begin(new Apdu(Apdu.ABORTED, (byte) NO_SUCH));
        } else {
          begin(last.get(), line("** KOPIE ** " + PAN), new Apdu(Apdu.COMPLETION));
        }
      }
      case Apdu.REVERSAL -> reverse(data);
      case Apdu.END_OF_DAY -> endOfDay(data);
      case Apdu.DIAGNOSIS -> begin(new Apdu(Apdu.INTERMEDIATE, (byte) 0x0E), completion());
      default -> tell(negative(NO_SUCH));
    }
  }

  private void authorise(byte[] data) {
    if (!registered || data.length < 10 || data[0] != 0x04 || data[7] != 0x49) {
      tell(negative(NO_SUCH));
      return;
    }
    long asked = Bcd.number(Arrays.copyOfRange(data, 1, 7));
    CardholderBehaviour person = persons.isEmpty() ? CardholderBehaviour.PAYS : persons.poll();
    long minor = person == CardholderBehaviour.PAYS_MORE ? asked + 100 : asked;
    number();
    Apdu insert = new Apdu(Apdu.INTERMEDIATE, (byte) 0x0A);
    Apdu pin = new Apdu(Apdu.INTERMEDIATE, (byte) 0x01);
    switch (person) {
      case PAYS, PAYS_MORE -> {
        Runnable take =
            () -> {
              going = Optional.empty();
              book(minor);
              last = Optional.of(status(0, minor));
            };
        tell(new Apdu(Apdu.POSITIVE));
        script.add(new Planned(insert, () -> going = Optional.of(take)));
        boolean first = temper == Temper.TAKES_FIRST;
        script.add(new Planned(pin, first ? take : () -> {}));
        script.add(new Planned(status(0, minor), first ? () -> {} : take));
        script.add(new Planned(line("Kartennr. " + PAN), () -> {}));
        script.add(new Planned(completion(), () -> {}));
        proceed();
      }
      case DECLINED -> failed(insert, pin, 0x05);
      case PRESSES_STOP -> failed(insert, insert, GIVEN_UP);
      case NEVER_COMES -> {
        begin(insert);
        waits = true;
      }
    }
  }

  private void failed(Apdu first, Apdu second, int code) {
    Apdu status = status(code, 0);
    last = Optional.of(status);
    begin(first, second, status, new Apdu(Apdu.ABORTED, (byte) code));
  }

  private void abort() {
    if (waits) {
      waits = false;
      script.clear();
      Apdu status = status(GIVEN_UP, 0);
      last = Optional.of(status);
      begin(status, new Apdu(Apdu.ABORTED, (byte) GIVEN_UP));
    } else {
      tell(negative(NO_SUCH));
    }
  }

  private void reverse(byte[] data) {
    Optional<Booked> booked =
        data.length < 6 || !password(data)
            ? Optional.empty()
            : ledger.stream()
                .filter(each -> each.receipt() == Bcd.number(Arrays.copyOfRange(data, 4, 6)))
                .findFirst();
    if (booked.isEmpty()) {
      begin(new Apdu(Apdu.ABORTED, (byte) 0xB5));
      return;
    }
    number();
    Apdu status = status(0, booked.get().minor());
    begin(
        new Planned(
            status,
            () -> {
              book(-booked.get().minor());
              last = Optional.of(status);
            }),
        new Planned(completion(), () -> {}));
  }

  private void endOfDay(byte[] data) {
    if (!password(data)) {
      begin(new Apdu(Apdu.ABORTED, (byte) 0x77));
      return;
    }
    List<Booked> day = List.copyOf(ledger.subList(ended, ledger.size()));
    long total = total(ended);
    ended = ledger.size();
    byte[] none = new byte[7];
    byte[] girocard = joined(new byte[] {(byte) day.size()}, Bcd.of(total, 6));
    begin(
        new Apdu(
            Apdu.STATUS,
            joined(
                new byte[] {0x27, 0x00, 0x04},
                Bcd.of(total, 6),
                new byte[] {0x60, (byte) 0xF0, (byte) 0xF5, (byte) 0xF3},
                Bcd.of(day.stream().mapToInt(Booked::receipt).min().orElse(0), 2),
                Bcd.of(day.stream().mapToInt(Booked::receipt).max().orElse(0), 2),
                girocard,
                none,
                none,
                none,
                none,
                none,
                none)),
        line("KASSENSCHNITT"),
        completion());
  }

  private static boolean password(byte[] data) {
    return data.length >= 3 && Bcd.digits(Arrays.copyOf(data, 3)).equals(PASSWORD);
  }

  private void number() {
    receipt++;
    trace++;
  }

  private void book(long minor) {
    ledger.add(new Booked(receipt, trace, minor));
  }

  private Apdu status(int result, long minor) {
    return new Apdu(
        Apdu.STATUS,
        joined(
            new byte[] {0x27, (byte) result, 0x04},
            Bcd.of(minor, 6),
            new byte[] {0x49},
            Bcd.of(currency, 2),
            new byte[] {0x0B},
            Bcd.of(trace, 3),
            new byte[] {0x0C, 0x14, 0x02, 0x33, 0x0D, 0x11, 0x30, 0x0E, 0x29, 0x12},
            new byte[] {0x22, (byte) 0xF0, (byte) 0xF8},
            Bcd.of(Long.parseLong(PAN), 8),
            new byte[] {0x29},
            Bcd.of(TERMINAL, 4),
            new byte[] {(byte) 0x87},
            Bcd.of(receipt, 2),
            new byte[] {(byte) 0x8A, 0x05}));
  }

  private static Apdu completion() {
    return new Apdu(Apdu.COMPLETION);
  }

  private static Apdu line(String text) {
    return new Apdu(
        Apdu.PRINT_LINE,
        joined(
            new byte[] {0},
            text.getBytes(StandardCharsets.US_ASCII),
            new byte[] {0x06, 0x04, 0x1F, 0x07, 0x01, 0x02}));
  }

  private static Apdu negative(int code) {
    return new Apdu(Apdu.NEGATIVE_CLASS << 8 | code);
  }

  private void begin(Apdu... messages) {
    Planned[] steps = new Planned[messages.length];
    for (int i = 0; i < messages.length; i++) {
      steps[i] = new Planned(messages[i], () -> {});
    }
    begin(steps);
  }

  private void begin(Planned... steps) {
    tell(new Apdu(Apdu.POSITIVE));
    script.addAll(List.of(steps));
    proceed();
  }

  private void proceed() {
    Planned next = script.peek();
    if (next != null) {
      tell(next.message());
    }
  }

  private void tell(Apdu message) {
    says.writeBytes(message.bytes());
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
