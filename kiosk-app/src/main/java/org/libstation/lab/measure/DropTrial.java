package org.libstation.lab.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.libstation.circulation.ItemId;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceListener;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.rig.FlowRig;
import org.libstation.lab.twin.BookDrop;
import org.libstation.lab.twin.TagField;
import org.libstation.lab.twin.Twins;
import org.libstation.language.Texts;
import org.libstation.policy.PolicyBundle;
import org.libstation.station.driven.ScenarioProblem;

/// Times a book drop alone, without the link: real drivers against twins on pseudo-terminals, the
/// production flow and a real journal. Objects are pushed through one after the other. The figures
/// are the time from the hand-over to the record on disk, and objects a minute without a miss. Both
/// are compared with the time of the reader's bytes on its wire.
public final class DropTrial implements AutoCloseable {
  /// The makes whose protocols are measured.
  private static final String READER_MAKE = "feig";

  private static final String BIN_MAKE = "modbusbin";

  private static final int BAUD = 38_400;
  private static final int BUS_BAUD = 115_200;

  /// 8E1: start, 8 data, parity and stop bit.
  private static final int BITS = 11;

  /// How long an object passes the eye.
  private static final Duration SHADOW = Duration.ofMillis(120);

  private final TagField reader = Twins.of(READER_MAKE, TagField.class);
  private final WireCount wire = new WireCount(reader);
  private final BookDrop bin = Twins.of(BIN_MAKE, BookDrop.class);
  private final SilentDesk station;
  private final DrivenFlow flow;
  private final List<Runnable> plugged = new ArrayList<>();
  private int number;

  /// @param toDisk from the eye's shadow to the return on disk
  /// @param whole from the start of one object to the start of the next: light before the eye,
  ///   read, written, armed
  /// @param wire time of the reader's bytes for one object on its wire
  /// @param misses objects that were not recorded as returns
  public record DropTrialResult(Timings toDisk, Timings whole, Duration wire, int misses) {

    /// Objects a minute.
    public double perMinute() {
      return 60_000.0 / Math.max(1, whole.median().toMillis());
    }

    /// Objects a minute that the wire alone would allow.
    public double wirePerMinute() {
      return 60_000_000_000.0 / Math.max(1, wire.toNanos());
    }

    public List<BenchReport.BenchReportRow> rows() {
      return List.of(
          new BenchReport.BenchReportRow(
              "hand-over to record on disk, " + toDisk.count() + " objects",
              "p50 "
                  + BenchReport.time(toDisk.median())
                  + ", p99 "
                  + BenchReport.time(toDisk.percentile(99))),
          new BenchReport.BenchReportRow(
              "read, recorded and armed",
              "p50 "
                  + BenchReport.time(whole.median())
                  + ", p99 "
                  + BenchReport.time(whole.percentile(99))),
          new BenchReport.BenchReportRow(
              "objects a minute, each pushed when the one before is armed",
              String.format(
                  Locale.ROOT,
                  "%.0f with %d misses; the reader's wire alone would take %.0f (38,400 8E1)",
                  perMinute(),
                  misses,
                  wirePerMinute())));
    }
  }

  /// @param directory on the measured disk
  public DropTrial(Path directory, PolicyBundle policy, Texts texts) {
    station = SilentDesk.in(directory, policy);
    FlowRig rig = new FlowRig(Map.of("drop", DeviceRole.DROP_READER, "bin", DeviceRole.DROP));
    PtyTwin readerEnd = PtyTwin.plugged(wire, BAUD, BITS, Optional.empty());
    PtyTwin binEnd = PtyTwin.plugged(bin, BUS_BAUD, Optional.empty());
    Device tags =
        device(
            READER_MAKE,
            "drop",
            "serial:%s?baud=%d&frame=8E1".formatted(readerEnd.path(), BAUD),
            rig.bridge());
    Device sensor =
        device(
            BIN_MAKE, "bin", "serial:%s?baud=%d".formatted(binEnd.path(), BUS_BAUD), rig.bridge());
    flow =
        new DrivenFlow(
            rig,
            station.desk(),
            station.journal(),
            station.clock(),
            policy,
            texts,
            List.of(tags, sensor));
    plugged.add(DeviceThread.start(tags)::close);
    plugged.add(DeviceThread.start(sensor)::close);
    plugged.add(readerEnd::close);
    plugged.add(binEnd::close);
  }

  private static Device device(String model, String name, String address, DeviceListener listener) {
    return Drivers.create(
        model, name, DeviceAddress.parse(address), Map.of(), DeviceClock.system(), listener);
  }

  /// @param warmUp first objects, which are not counted
  public DropTrialResult run(int warmUp, int objects) throws ScenarioProblem, InterruptedException {
    flow.start();
    long _ =
        flow.await(
            flow.watch(
                state ->
                    state.station().usable(DeviceRole.DROP)
                        && state.station().usable(DeviceRole.DROP_READER)));
    List<Duration> toDisk = new ArrayList<>();
    List<Duration> whole = new ArrayList<>();
    long wireNanos = 0;
    int misses = 0;
    for (int i = 0; i < warmUp + objects; i++) {
      wire.restart();
      long begin = System.nanoTime();
      Optional<Duration> written = push();
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      if (i >= warmUp) {
        misses += written.isPresent() ? 0 : 1;
        toDisk.add(written.orElse(time));
        whole.add(time);
        wireNanos += wire.wire(BITS, BAUD).toNanos();
      }
    }
    return new DropTrialResult(
        new Timings(toDisk), new Timings(whole), Duration.ofNanos(wireNanos / objects), misses);
  }

  /// Pushes one object through; the next may come when this one is armed.
  ///
  /// @return time from the shadow to the return on disk; empty when the object was not read
  private Optional<Duration> push() throws ScenarioProblem, InterruptedException {
    String barcode = TrialNumbers.item(number);
    String uid = "E0040150%08X".formatted(number++);
    ItemId item = new ItemId(barcode);
    flow.until(state -> !state.sight().dark() && state.sight().seen().isEmpty());
    bin.flapClosed(false);
    CompletableFuture<Long> seen = flow.watch(state -> !state.sight().seen().isEmpty());
    reader.place(uid, barcode, "HK-SEL", 1, 1, false);
    long _ = flow.await(seen);
    CompletableFuture<Long> onDisk = flow.watch(row(item, false));
    CompletableFuture<Long> armed = flow.watch(row(item, true));
    long dark = System.nanoTime();
    bin.beam(true);
    Optional<Duration> written = Optional.empty();
    try {
      written = Optional.of(Duration.ofNanos(flow.await(onDisk) - dark));
      long _ = flow.await(armed);
    } catch (ScenarioProblem missed) {
      // The caller counts the miss.
    }
    long left = SHADOW.toNanos() - (System.nanoTime() - dark);
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
    bin.beam(false);
    reader.lift(uid);
    bin.flapClosed(true);
    return written;
  }

  private static Predicate<FlowState> row(ItemId item, boolean armed) {
    return state ->
        state.drops().stream()
            .anyMatch(
                row ->
                    row.item().filter(item::equals).isPresent()
                        && row.entry().isPresent()
                        && (!armed || !row.working()));
  }

  @Override
  public void close() {
    plugged.forEach(Runnable::run);
    flow.close();
    station.close();
  }
}
