package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronId;
import org.libstation.sync.StepLoop;

/// Times a patron's checkouts (look, intent on disk, 11, answer on disk) over their own connection
/// while entries are settled over another. Compares them with checkouts when nothing is to be
/// settled.
public final class MeanwhileTrial {
  private static final int BLOCKS = 4;
  private static final int FOR_PATRONS = 20;
  private static final int WARM_UP = 50;

  private final Path directory;
  private final List<String> items = CentralRig.items();

  /// @param directory on the measured disk
  public MeanwhileTrial(Path directory) {
    this.directory = directory;
  }

  /// @param checkouts total of each kind
  /// @param entries that wait to be settled at the beginning
  /// @throws IllegalStateException when a checkout was not accepted
  public BenchReport.BenchReportRow run(Duration roundTrip, int checkouts, int entries)
      throws IOException {
    List<Duration> quiet = new ArrayList<>();
    List<Duration> busy = new ArrayList<>();
    try (CentralRig empty = new CentralRig(directory.resolve("quiet"), roundTrip);
        CentralRig full = new CentralRig(directory.resolve("busy"), roundTrip)) {
      full.wasOffline(items.subList(FOR_PATRONS, items.size()), entries);
      empty.online();
      full.online();
      List<Duration> _ = checkouts(empty, WARM_UP);
      List<Duration> _ = checkouts(full, WARM_UP);
      int block = Math.max(1, checkouts / BLOCKS);
      for (int i = 0; i < BLOCKS; i++) {
        quiet.addAll(checkouts(empty, block));
        try (StepLoop settling = new StepLoop("outbox", full.outbox()::step)) {
          settling.start();
          busy.addAll(checkouts(full, block));
        }
      }
      return row(roundTrip, entries, full.outbox().waiting(), quiet, busy);
    }
  }

  private List<Duration> checkouts(CentralRig rig, int count) {
    List<Duration> took = new ArrayList<>();
    PatronId card = new PatronId(CentralRig.CARD);
    for (int i = 0; i < count; i++) {
      String item = items.get(i % FOR_PATRONS);
      rig.desk().beginSession();
      long begin = System.nanoTime();
      LoanOutcome outcome = rig.desk().lend(new ItemId(item), card, Optional.empty(), true);
      took.add(Duration.ofNanos(System.nanoTime() - begin));
      if (!(outcome instanceof LoanOutcome.Lent lent)) {
        throw new IllegalStateException("not lent: " + outcome);
      }
      rig.desk().released(lent.entry());
      rig.counterTakesBack(item);
    }
    return took;
  }

  private static BenchReport.BenchReportRow row(
      Duration roundTrip, int entries, int left, List<Duration> quiet, List<Duration> busy) {
    Timings without = new Timings(quiet);
    Timings with = new Timings(busy);
    Duration to = without.percentile(99);
    Duration of = with.percentile(99);
    return new BenchReport.BenchReportRow(
        String.format(
            Locale.ROOT,
            "a patron's checkout while %,d entries settle, %d ms round trip, %,d checkouts",
            entries,
            roundTrip.toMillis(),
            with.count()),
        "p99 "
            + BenchReport.time(of)
            + ", with nothing to settle "
            + BenchReport.time(to)
            + ": "
            + BenchReport.ratio(of, to, 2)
            + " times; p50 "
            + BenchReport.time(with.median())
            + " and "
            + BenchReport.time(without.median())
            + String.format(Locale.ROOT, "; %,d settled meanwhile", entries - left));
  }
}
