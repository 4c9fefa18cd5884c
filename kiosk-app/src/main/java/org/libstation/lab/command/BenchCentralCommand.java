package org.libstation.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.MeanwhileTrial;
import org.libstation.lab.measure.MessageTrial;
import org.libstation.lab.measure.SettlingTrial;
import org.libstation.lab.measure.StackTrial;
import org.libstation.language.Texts;
import picocli.CommandLine.Command;

/// Measures what a station adds to the exchange with a central system. It does not judge: it ends
/// with 0, whatever the figures are.
@Command(name = "central")
public final class BenchCentralCommand extends MeasuringCommand {
  private static final Duration MEANWHILE = Duration.ofMillis(20);

  /// How much of each is measured.
  ///
  /// @param iterations of a message, each lasting `milliseconds`
  /// @param lengths of the line, with the entries settled over each
  /// @param stacks at each round trip
  /// @param checkouts number of checkouts while `entries` wait to be settled
  private record Extent(
      int iterations,
      int milliseconds,
      List<SettlingTrial.TrialLength> lengths,
      int stacks,
      int checkouts,
      int entries) {
    static final Extent WHOLE = new Extent(4, 1000, lengths(1000, 240, 40), 9, 1200, 10_000);
    static final Extent QUICK = new Extent(1, 20, lengths(20, 4, 2), 1, 8, 40);

    private static List<SettlingTrial.TrialLength> lengths(int atOnce, int near, int far) {
      return List.of(
          new SettlingTrial.TrialLength(Duration.ZERO, atOnce),
          new SettlingTrial.TrialLength(Duration.ofMillis(20), near),
          new SettlingTrial.TrialLength(Duration.ofMillis(100), far));
    }
  }

  @Override
  String table(Machine machine) throws Exception {
    Extent extent = quick() ? Extent.QUICK : Extent.WHOLE;
    Path config = config();
    Texts texts = Texts.load(config.resolve("texts"), Optional.empty());
    Path data = Files.createDirectories(directory().resolve("central"));
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    progress("timing messages");
    rows.addAll(new MessageTrial(extent.iterations, extent.milliseconds).run());
    progress("timing how fast is settled");
    rows.addAll(new SettlingTrial(data).run(extent.lengths));
    StackTrial stacks = new StackTrial(data, texts);
    for (Duration roundTrip : List.of(Duration.ZERO, Duration.ofMillis(50))) {
      progress("timing stacks of ten at " + roundTrip.toMillis() + " ms");
      rows.add(stacks.run(roundTrip, extent.stacks));
    }
    progress("timing checkouts while " + extent.entries + " entries are settled");
    rows.add(new MeanwhileTrial(data).run(MEANWHILE, extent.checkouts, extent.entries));
    return BenchReport.table(machine, rows);
  }
}
