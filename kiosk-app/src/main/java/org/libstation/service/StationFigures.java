package org.libstation.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.libstation.check.Finding;
import org.libstation.check.JournalFigures;
import org.libstation.check.LinkCheck;
import org.libstation.check.MachineChecks;
import org.libstation.check.Metrics;
import org.libstation.device.DeviceHealth;
import org.libstation.flow.state.Figures;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.process.RestartLog;
import org.libstation.process.RestartRecord;
import org.libstation.site.DeviceName;
import org.libstation.station.DeviceBridge;
import org.libstation.station.parts.Devices;

/// Collects the figures of the health page.
public final class StationFigures {

  /// Number of restarts shown.
  private static final int MOST_RESTARTS = 5;

  private final Path data;
  private final ZoneId zone;
  private final Devices devices;
  private final HealthWriter health;
  private final Metrics metrics;
  private final InstantSource clock;

  public StationFigures(
      Path data,
      ZoneId zone,
      Devices devices,
      HealthWriter health,
      Metrics metrics,
      InstantSource clock) {
    this.data = data;
    this.zone = zone;
    this.devices = devices;
    this.health = health;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// Reads all figures, for the last 30 days or the last 24 hours.
  public Figures read(boolean month) {
    Instant now = clock.instant();
    JournalFigures counted = counted(data, month, now, zone);
    return new Figures(
        at(now),
        deviceFacts(),
        link(),
        computer(),
        restarts(),
        month,
        slots(counted),
        counted.refusals());
  }

  /// Counts the journal's recent entries; all counts are zero if there is no readable journal.
  static JournalFigures counted(Path data, boolean month, Instant now, ZoneId zone) {
    JournalFigures counted = JournalFigures.recent(month, now, zone);
    Path directory = data.resolve("journal");
    if (!Files.exists(directory.resolve(JournalFiles.FILE))) {
      return counted;
    }
    try (JournalReader reader = JournalStore.read(directory)) {
      reader.each().forEach(counted::add);
    } catch (JournalException _) {
      // The journal's own check reports what is wrong.
      return JournalFigures.recent(month, now, zone);
    }
    return counted;
  }

  private OffsetDateTime at(Instant moment) {
    return moment.atZone(zone).toOffsetDateTime();
  }

  private Map<String, Figures.DeviceFact> deviceFacts() {
    Map<String, Figures.DeviceFact> facts = new HashMap<>();
    health
        .devices()
        .forEach(
            (name, state) -> {
              Optional<DeviceHealth.Ready> ready =
                  DeviceName.of(name)
                      .flatMap(devices::health)
                      .filter(DeviceHealth.Ready.class::isInstance)
                      .map(DeviceHealth.Ready.class::cast);
              facts.put(
                  name,
                  new Figures.DeviceFact(
                      at(state.since()),
                      ready.map(it -> at(it.lastGoodAnswer())),
                      ready.map(DeviceBridge::says).orElse(List.of())));
            });
    return facts;
  }

  private Figures.LinkFact link() {
    Metrics.Hour hour = metrics.now();
    OptionalLong skew = metrics.skewSeconds();
    return new Figures.LinkFact(
        hour.median(),
        hour.p95(),
        metrics.lastSilence().map(this::at),
        skew,
        skew.isPresent() ? LinkCheck.apart(skew.getAsLong()).map(Finding::code) : Optional.empty());
  }

  private Figures.Computer computer() {
    int free = 0;
    try {
      var store = Files.getFileStore(data);
      free = (int) (store.getUsableSpace() * 100 / Math.max(1, store.getTotalSpace()));
    } catch (IOException _) {
      // Shown as 0 percent free; the disk's own check says why.
      free = 0;
    }
    MachineChecks machine = new MachineChecks(Path.of("/"));
    OptionalDouble hottest = machine.hottest();
    List<String> found = machine.found(data);
    return new Figures.Computer(
        free,
        machine.freeMemoryMb(),
        hottest.isPresent()
            ? OptionalInt.of((int) Math.round(hottest.getAsDouble()))
            : OptionalInt.empty(),
        ZoneId.systemDefault().getId(),
        found,
        found.contains(MachineChecks.NO_ROOM));
  }

  /// The last restarts, newest first.
  private List<Figures.LastRestart> restarts() {
    try {
      return new RestartLog(data)
          .read().reversed().stream()
              .limit(MOST_RESTARTS)
              .map(one -> new Figures.LastRestart(one.at(), why(one)))
              .toList();
    } catch (IOException _) {
      // An unreadable record counts as no restarts.
      return List.of();
    }
  }

  /// The code of a restart, which is the same in every language; the record has the cause.
  private static String why(RestartRecord restart) {
    return restart.code().equals(RestartRecord.UNSEEN) ? "" : restart.code();
  }

  private List<Figures.PeriodFigures> slots(JournalFigures counted) {
    Map<Instant, Metrics.Hour> hours = metrics.hours();
    List<Figures.PeriodFigures> slots = new ArrayList<>();
    counted.slots().forEach((slot, count) -> slots.add(slot(counted, slot, count, hours)));
    return slots;
  }

  private static Figures.PeriodFigures slot(
      JournalFigures counted,
      ZonedDateTime slot,
      JournalFigures.PeriodCount count,
      Map<Instant, Metrics.Hour> hours) {
    OptionalLong median = OptionalLong.empty();
    OptionalLong p95 = OptionalLong.empty();
    OptionalInt fill = OptionalInt.empty();
    int again = 0;
    OptionalLong skew = OptionalLong.empty();
    OptionalInt degrees = OptionalInt.empty();
    for (Instant hour : counted.hoursOf(slot)) {
      Metrics.Hour one = hours.get(hour);
      if (one != null) {
        median = higher(median, one.median());
        p95 = higher(p95, one.p95());
        fill = one.fillPercent().isPresent() ? one.fillPercent() : fill;
        again += one.again();
        skew = one.machine().skewSeconds().isPresent() ? one.machine().skewSeconds() : skew;
        degrees = hotter(degrees, one.machine().degrees());
      }
    }
    return new Figures.PeriodFigures(
        counted.name(slot),
        count.checkouts(),
        count.returns(),
        median,
        p95,
        fill,
        again,
        skew,
        degrees);
  }

  private static OptionalInt hotter(OptionalInt a, OptionalInt b) {
    return a.isEmpty() || (b.isPresent() && b.getAsInt() > a.getAsInt()) ? b : a;
  }

  private static OptionalLong higher(OptionalLong a, OptionalLong b) {
    return a.isEmpty() || (b.isPresent() && b.getAsLong() > a.getAsLong()) ? b : a;
  }
}
