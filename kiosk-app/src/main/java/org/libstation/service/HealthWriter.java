package org.libstation.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.libstation.check.HealthFile;
import org.libstation.check.LinkCheck;
import org.libstation.check.MachineChecks;
import org.libstation.check.Metrics;
import org.libstation.check.PolicyAge;
import org.libstation.device.SelfNote;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.process.InstalledProgram;
import org.libstation.sync.StepLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the health file, which shows other programs on this machine that the station runs, and
/// its state.
public final class HealthWriter implements Consumer<FlowState>, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HealthWriter.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Path data;
  private final Metrics metrics;
  private final MachineChecks machine = new MachineChecks(Path.of("/"));
  private final InstantSource clock;
  private final Optional<FileChannel> lock;
  private final StepLoop loop;
  private final Map<String, HealthFile.DeviceState> devices = new ConcurrentHashMap<>();
  private final String program = InstalledProgram.name();
  private final Instant begun;
  private volatile @Nullable FlowState newest;
  private boolean started;
  private boolean failed;

  private final List<Supplier<Map<String, String>>> further = new CopyOnWriteArrayList<>();

  /// When the rules were last confirmed; may come from a feed that an earlier run reached.
  private Optional<Instant> confirmed;

  /// @param often further work to do before each write
  public HealthWriter(Path data, InstantSource clock, Metrics metrics, Runnable often) {
    this.metrics = metrics;
    this.data = data;
    this.clock = clock;
    this.begun = clock.instant();
    this.lock = held(data);
    this.confirmed = PolicyAge.told(HealthFile.read(data));
    this.loop =
        new StepLoop(
            "health",
            () -> {
              often.run();
              write();
              return EVERY;
            });
  }

  /// @param figures further figures, written beside the station's own
  public void telling(Supplier<Map<String, String>> figures) {
    further.add(figures);
  }

  private static Optional<FileChannel> held(Path data) {
    try {
      return HealthFile.hold(data);
    } catch (IOException e) {
      log.warn(
          "cannot lock {}, so 'doctor' will not see that the station runs: {}",
          data,
          e.getMessage());
      return Optional.empty();
    }
  }

  /// Takes the newest state; the flow's own thread calls this.
  @Override
  public void accept(FlowState state) {
    newest = state;
    for (DeviceLine line : state.station().devices()) {
      devices.compute(line.name(), (_, before) -> state(line, before));
    }
    if (!started && lock.isPresent()) {
      started = true;
      loop.start();
    }
  }

  private HealthFile.DeviceState state(DeviceLine line, HealthFile.@Nullable DeviceState before) {
    boolean same =
        before != null
            && before.condition() == condition(line)
            && before.code().equals(line.code());
    Instant since = same && before != null ? before.since() : clock.instant();
    List<SelfNote> says =
        line.says().stream()
            .map(note -> new SelfNote(note.name(), note.values(), note.english()))
            .toList();
    return new HealthFile.DeviceState(condition(line), line.code(), line.reason(), says, since);
  }

  private static HealthFile.HealthCondition condition(DeviceLine line) {
    return switch (line.condition()) {
      case READY -> HealthFile.HealthCondition.READY;
      case NEEDS_HAND -> HealthFile.HealthCondition.NEEDS_HAND;
      case CONNECTING -> HealthFile.HealthCondition.CONNECTING;
    };
  }

  private static HealthFile.LinkHealth link(StationFacts station) {
    return switch (station.link()) {
      case ONLINE -> HealthFile.LinkHealth.ONLINE;
      case SILENT -> HealthFile.LinkHealth.SILENT;
    };
  }

  /// The state of each device and since when it has had it.
  Map<String, HealthFile.DeviceState> devices() {
    return Map.copyOf(devices);
  }

  private void write() {
    FlowState state = newest;
    if (state == null) {
      return;
    }
    StationFacts station = state.station();
    Map<String, String> more = new TreeMap<>();
    further.forEach(figures -> more.putAll(figures.get()));
    station.binPercent().ifPresent(metrics::filled);
    machine.hottest().ifPresent(degrees -> metrics.hot((int) Math.round(degrees)));
    station.binPercent().ifPresent(percent -> more.put("bin.percent", String.valueOf(percent)));
    more.put("bin.items", String.valueOf(station.drop().items()));
    metrics.skewSeconds().ifPresent(seconds -> more.put(LinkCheck.APART, String.valueOf(seconds)));
    more.put("flap", station.flapLocked() ? "locked" : "unlocked");
    more.put(HealthFile.PROGRAM, program);
    more.put(HealthFile.BEGUN, begun.toString());
    if (state.screen() instanceof Screen.OutOfService(Code code, _)) {
      more.put(HealthFile.OUT_OF_SERVICE, code.name());
    }
    station
        .counts()
        .ifPresent(
            counts -> {
              more.put("journal.open", String.valueOf(counts.open()));
              more.put("journal.staff", String.valueOf(counts.staffLines()));
            });
    confirmed =
        station
            .policy()
            .flatMap(StationFacts.PolicyFacts::confirmedAt)
            .map(OffsetDateTime::toInstant)
            .or(() -> confirmed);
    confirmed.ifPresent(at -> more.put(PolicyAge.CONFIRMED, at.toString()));
    try {
      HealthFile.write(
          data,
          new HealthFile.Health(
              clock.instant(), link(station), station.journal().name(), devices(), more));
      metrics.write();
      failed = false;
    } catch (IOException e) {
      if (!failed) {
        log.warn("cannot write the station's health file: {}", e.getMessage());
      }
      failed = true;
    }
  }

  @Override
  public void close() throws IOException {
    loop.close();
    if (lock.isPresent()) {
      lock.get().close();
    }
  }
}
