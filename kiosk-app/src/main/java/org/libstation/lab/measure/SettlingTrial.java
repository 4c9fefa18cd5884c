package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures how fast an outbox settles loans and returns made without the link. Compares with a
/// bare client that sends the same messages, look-ups included, to a library of the same kind over
/// a line of the same length.
public final class SettlingTrial {
  private static final int ROUNDS = 3;
  private static final int WARM_UP = 200;

  private final Path directory;
  private final List<String> items = CentralRig.items();
  private int rigs;

  /// @param entries settled in each round, an even number
  public record TrialLength(Duration roundTrip, int entries) {}

  /// The figures of one round.
  ///
  /// @param station time in which the station settled the entries
  /// @param bare time in which a [BareClient] sent requests for as many entries
  /// @param looks look-ups that the station sent (17, 63)
  /// @param acts checkouts and checkins that the station sent (11, 09)
  private record Round(Duration station, Duration bare, int looks, int acts) {}

  /// @param directory on the measured disk
  public SettlingTrial(Path directory) {
    this.directory = directory;
  }

  /// @throws IllegalStateException when an entry was not settled
  public List<BenchReport.BenchReportRow> run(List<TrialLength> lengths) throws IOException {
    Round _ = round(new TrialLength(Duration.ZERO, WARM_UP));
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    for (TrialLength length : lengths) {
      List<Round> rounds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(length));
      }
      rows.add(row(length, rounds));
    }
    return rows;
  }

  private Round round(TrialLength length) throws IOException {
    rigs++;
    Path place = directory.resolve("settling-" + rigs);
    try (CentralRig rig = new CentralRig(place.resolve("station"), length.roundTrip());
        CentralRig other = new CentralRig(place.resolve("bare"), length.roundTrip())) {
      rig.wasOffline(items, length.entries());
      rig.online();
      other.online();
      Duration bare = bare(other, length.entries());
      Duration station = station(rig);
      LongLine line = rig.outboxLine();
      return new Round(
          station, bare, line.asked("17") + line.asked("63"), line.asked("11") + line.asked("09"));
    }
  }

  private static Duration station(CentralRig rig) {
    long begin = System.nanoTime();
    while (rig.outbox().step().isZero()) {
      // One unit of work after the other.
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    if (!rig.journal().open().isEmpty()) {
      throw new IllegalStateException("not settled: " + rig.journal().open().getFirst());
    }
    return took;
  }

  private Duration bare(CentralRig rig, int entries) throws IOException {
    try (BareClient client = rig.bare()) {
      long begin = System.nanoTime();
      for (int i = 0; i < entries / 2; i++) {
        String item = items.get(i % items.size());
        client.look(item);
        client.checkout(item, CentralRig.CARD);
        client.look(item);
        client.checkin(item);
      }
      return Duration.ofNanos(System.nanoTime() - begin);
    }
  }

  private static BenchReport.BenchReportRow row(TrialLength length, List<Round> rounds) {
    Duration station = sum(rounds.stream().map(Round::station).toList());
    Duration bare = sum(rounds.stream().map(Round::bare).toList());
    int looks = rounds.stream().mapToInt(Round::looks).sum();
    int entries = ROUNDS * length.entries();
    int acts = rounds.stream().mapToInt(Round::acts).sum();
    if (acts != entries) {
      throw new IllegalStateException(acts + " requests that act for " + entries + " entries");
    }
    return new BenchReport.BenchReportRow(
        String.format(
            Locale.ROOT,
            "settling %,d entries, %d ms round trip",
            entries,
            length.roundTrip().toMillis()),
        String.format(
            Locale.ROOT,
            "%.1f entries a second, a bare client %.1f: %.0f %%; %.2f look-ups an entry",
            rate(entries, station),
            rate(entries, bare),
            100.0 * bare.toNanos() / station.toNanos(),
            looks / (double) entries));
  }

  private static Duration sum(List<Duration> times) {
    return times.stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static double rate(int count, Duration time) {
    return count * 1e9 / time.toNanos();
  }
}
