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
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.TagReader;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.TagField;
import org.libstation.lab.twin.Twins;

/// Times stacks of tags on a pad of each make, from *laid down* to *all known*, and compares with
/// the time of their bytes on the wire.
///
/// A stack appears as a whole, at any moment between two looks of the driver. The wait for the next
/// look is given separately, because an idle pad is looked at less often. Then the pad is asked for
/// one more look, as before a return or loan.
public final class PadTrial implements DeviceTrial {
  private static final List<Integer> STACKS = List.of(1, 5, 10, 20);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final String make;
  private final int baud;
  private final String frame;

  /// Start, 8 data and stop bit, and a parity bit if the line has one.
  private final int bits;

  private final TagField twin;
  private final WireCount wire;
  private final BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();

  private PadTrial(String make) {
    DeviceAddress usual = Twins.usual(make);
    this.make = make;
    this.baud = Integer.parseInt(usual.option("baud").orElseThrow());
    this.frame = usual.frame();
    this.bits = frame.charAt(1) == 'N' ? 10 : 11;
    this.twin = Twins.of(make, TagField.class);
    this.wire = new WireCount(twin);
  }

  /// One trial for each make that has a twin.
  public static List<PadTrial> ofAll() {
    return Twins.models().stream()
        .filter(make -> Twins.of(make).orElseThrow() instanceof TagField)
        .map(PadTrial::new)
        .toList();
  }

  /// The figures of one stack that was laid down once.
  ///
  /// @param whole from *laid down* to *all known*
  /// @param work the same from the first byte of the next look
  /// @param bytes both ways in `work`
  /// @param wire calculated time that these bytes alone take on the wire
  /// @param look from the request to *all lie there still*
  /// @param lookWire calculated time of the bytes of that look on the wire
  private record Stack(
      Duration whole, Duration work, long bytes, Duration wire, Duration look, Duration lookWire) {}

  @Override
  public String title() {
    return "stacks of tags on the pad, " + make;
  }

  @Override
  public List<BenchReport.BenchReportRow> run(int rounds) throws InterruptedException {
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    try (PtyTwin plugged = PtyTwin.plugged(wire, baud, bits, Optional.empty())) {
      DeviceAddress address =
          DeviceAddress.parse("serial:%s?baud=%d&frame=%s".formatted(plugged.path(), baud, frame));
      try (DeviceThread thread =
          DeviceThread.start(
              Drivers.create(make, "pad", address, Map.of(), DeviceClock.system(), events::add))) {
        await(1, DeviceEvent.HealthChanged.class);
        if (!(thread.device().health() instanceof DeviceHealth.Ready)) {
          throw new IllegalStateException("the pad did not become ready");
        }
        TagReader reader = (TagReader) thread.device();
        for (int tags : STACKS) {
          List<Stack> stacks = stacks(reader, tags, rounds);
          rows.add(row(tags, stacks));
          rows.add(look(tags, stacks));
        }
      }
    }
    return rows;
  }

  private List<Stack> stacks(TagReader reader, int tags, int rounds) throws InterruptedException {
    List<Stack> stacks = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      stacks.add(stack(reader, tags));
      twin.liftAll();
      await(tags, DeviceEvent.TagLeft.class);
    }
    return stacks;
  }

  private Stack stack(TagReader reader, int tags) throws InterruptedException {
    long laid = System.nanoTime();
    wire.restart();
    for (int i = 0; i < tags; i++) {
      String barcode = "312340000%05d".formatted(i);
      twin.place("E00401500000%04X".formatted(i), barcode, "HK-SEL", 1, 1, true);
    }
    await(tags, DeviceEvent.TagArrived.class);
    long known = System.nanoTime();
    Duration work = Duration.ofNanos(known - wire.firstNanos());
    long bytes = wire.bytes();
    Duration needed = wire.wire(bits, baud);
    events.clear();
    wire.restart();
    long asked = System.nanoTime();
    reader.lookAnew();
    await(1, DeviceEvent.FieldListed.class);
    return new Stack(
        Duration.ofNanos(known - laid),
        work,
        bytes,
        needed,
        Duration.ofNanos(System.nanoTime() - asked),
        wire.wire(bits, baud));
  }

  private void await(int count, Class<? extends DeviceEvent> kind) throws InterruptedException {
    long until = System.nanoTime() + LIMIT.toNanos();
    for (int seen = 0; seen < count; ) {
      DeviceEvent event = events.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new IllegalStateException(
            "only %d of %d %s in %s".formatted(seen, count, kind.getSimpleName(), LIMIT));
      }
      seen += kind.isInstance(event) ? 1 : 0;
    }
  }

  private BenchReport.BenchReportRow look(int tags, List<Stack> stacks) {
    Duration look = new Timings(stacks.stream().map(Stack::look).toList()).median();
    Duration needed = new Timings(stacks.stream().map(Stack::lookWire).toList()).median();
    return new BenchReport.BenchReportRow(
        "the same %d looked at once more, on asking, %s".formatted(tags, make),
        String.format(
            Locale.ROOT,
            "%s: %s times the wire's %s",
            BenchReport.time(look),
            BenchReport.ratio(look, needed, 2),
            BenchReport.time(needed)));
  }

  private BenchReport.BenchReportRow row(int tags, List<Stack> stacks) {
    List<Stack> sorted = stacks.stream().sorted((a, b) -> a.work().compareTo(b.work())).toList();
    Stack middle = sorted.get((sorted.size() - 1) / 2);
    Duration whole = new Timings(stacks.stream().map(Stack::whole).toList()).median();
    return new BenchReport.BenchReportRow(
        String.format(
            Locale.ROOT, "stack of %d on the pad, all known, %s, %,d %s", tags, make, baud, frame),
        String.format(
            Locale.ROOT,
            "%s from the first look: %s times the wire's %s for %,d bytes; %s from laid down",
            BenchReport.time(middle.work()),
            BenchReport.ratio(middle.work(), middle.wire(), 2),
            BenchReport.time(middle.wire()),
            middle.bytes(),
            BenchReport.time(whole)));
  }
}
