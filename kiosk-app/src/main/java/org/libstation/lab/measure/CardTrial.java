package org.libstation.lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.libstation.device.CardProblem;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.CardSurface;
import org.libstation.lab.twin.Twins;

/// Times a card on a reader of each make, from *laid down* to its number, and compares with the
/// time of its bytes on the wire. For a reader that polls, the wait for the next look is given
/// separately.
public final class CardTrial implements DeviceTrial {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int BITS = 10;

  private final String make;
  private final Map<String, String> options;
  private final int baud;
  private final CardSurface twin;
  private final WireCount wire;
  private final BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();

  private CardTrial(String make, Map<String, String> options) {
    this.make = make;
    this.options = options;
    this.baud = Integer.parseInt(Twins.usual(make, options).baud());
    this.twin = (CardSurface) Twins.of(make, options).orElseThrow();
    this.wire = new WireCount(twin);
  }

  /// One trial for each make and kind that has a twin.
  public static List<CardTrial> ofAll() {
    return Twins.models().stream()
        .filter(make -> Twins.of(make).orElseThrow() instanceof CardSurface)
        .flatMap(make -> Twins.kinds(make).stream().map(kind -> new CardTrial(make, kind)))
        .toList();
  }

  /// The figures of one card that was laid down once.
  ///
  /// @param whole measured time until the driver reports the card's number
  /// @param work the same from the first byte on the wire after the card was laid down
  /// @param bytes both ways in `work`
  /// @param wire calculated time that these bytes alone take on the wire
  private record CardReadTiming(Duration whole, Duration work, long bytes, Duration wire) {}

  @Override
  public String title() {
    return "cards on the reader, " + name();
  }

  private String name() {
    return String.join(" ", Stream.concat(Stream.of(make), options.values().stream()).toList());
  }

  @Override
  public List<BenchReport.BenchReportRow> run(int rounds) throws InterruptedException {
    List<CardReadTiming> reads = new ArrayList<>();
    try (PtyTwin plugged = PtyTwin.plugged(wire, baud, BITS, Optional.empty())) {
      DeviceAddress address = DeviceAddress.parse("serial:" + plugged.path() + "?baud=" + baud);
      Device reader =
          Drivers.create(make, "cards", address, options, DeviceClock.system(), events::add);
      try (DeviceThread _ = DeviceThread.start(reader)) {
        await(new DeviceEvent.CardLying("cards", false)::equals);
        for (int round = 0; round < rounds; round++) {
          reads.add(read(round));
        }
      }
    }
    reads.sort((a, b) -> a.work().compareTo(b.work()));
    CardReadTiming middle = reads.get((reads.size() - 1) / 2);
    Duration whole = new Timings(reads.stream().map(CardReadTiming::whole).toList()).median();
    return List.of(
        new BenchReport.BenchReportRow(
            "a card's number, %s, %,d 8N1".formatted(name(), baud),
            String.format(
                Locale.ROOT,
                "%s from the first byte: %s times the wire's %s for %,d bytes; %s from laid down",
                BenchReport.time(middle.work()),
                BenchReport.ratio(middle.work(), middle.wire(), 2),
                BenchReport.time(middle.wire()),
                middle.bytes(),
                BenchReport.time(whole))));
  }

  private CardReadTiming read(int round) throws InterruptedException {
    String uid = "04A1B2C3D4%04X".formatted(round);
    long laid = System.nanoTime();
    wire.restart();
    twin.lay(uid);
    // For an EM4100 card the number is the last five bytes.
    await(
        event ->
            event instanceof DeviceEvent.BarcodeScanned(var _, String read, var _)
                && uid.endsWith(read));
    long known = System.nanoTime();
    CardReadTiming read =
        new CardReadTiming(
            Duration.ofNanos(known - laid),
            Duration.ofNanos(known - wire.firstNanos()),
            wire.bytes(),
            wire.wire(BITS, baud));
    twin.lift();
    await(new DeviceEvent.CardLying("cards", false)::equals);
    return read;
  }

  private void await(Predicate<DeviceEvent> wanted) throws InterruptedException {
    long until = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      DeviceEvent event = events.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new IllegalStateException("the reader did not say so in " + LIMIT);
      }
      if (event instanceof DeviceEvent.CardRefused(String _, CardProblem problem)) {
        throw new IllegalStateException("the card was refused: " + problem);
      }
      if (wanted.test(event)) {
        return;
      }
    }
  }
}
