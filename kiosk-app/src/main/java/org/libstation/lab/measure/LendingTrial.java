package org.libstation.lab.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.lab.disk.DiskYardstick;
import org.libstation.lab.rig.FlowRig;
import org.libstation.language.Texts;
import org.libstation.policy.PolicyBundle;
import org.libstation.station.driven.ScenarioProblem;

/// Times loans without the link, from the scan of an item without a tag to *take it*. The
/// production flow and the desk have their own threads; the journal is real. Each loan is followed
/// by one row and one block on the bare disk, so that all three meet the same state of the disk.
public final class LendingTrial implements AutoCloseable {
  /// Any PIN works: without the link none is checked.
  private static final String PIN = "1";

  private final SilentDesk station;
  private final DiskYardstick yardstick;
  private final DrivenFlow flow;

  /// The measured times.
  ///
  /// @param loans each from the scan to *take it*
  /// @param inserts each of one row into a SQLite file like the journal's
  /// @param appends each of one block to a file, with fdatasync
  public record LendingTrialResult(Timings loans, Timings inserts, Timings appends) {}

  /// @param directory on the measured disk
  /// @param policy decides what is lent without the link
  public LendingTrial(Path directory, PolicyBundle policy, Texts texts) {
    yardstick = DiskYardstick.in(directory);
    station = SilentDesk.in(directory, policy);
    flow =
        new DrivenFlow(
            new FlowRig(Map.of()),
            station.desk(),
            station.journal(),
            station.clock(),
            policy,
            texts,
            List.of());
  }

  /// @param warmUp first loans, which are not counted
  public LendingTrialResult run(int warmUp, int loans)
      throws ScenarioProblem, InterruptedException {
    flow.ready(DeviceRole.SCANNER);
    List<Duration> scans = new ArrayList<>();
    List<Duration> inserts = new ArrayList<>();
    List<Duration> appends = new ArrayList<>();
    int last = warmUp + loans;
    for (int from = 0; from < last; from += StationTrial.ITEMS_PER_CARD) {
      int to = Math.min(last, from + StationTrial.ITEMS_PER_CARD);
      flow.enter(TrialNumbers.card(from));
      flow.pin(PIN);
      for (int number = from; number < to; number++) {
        Duration scan = scan(TrialNumbers.item(number));
        Duration insert = timed(yardstick::insert);
        Duration append = timed(yardstick::append);
        if (number >= warmUp) {
          scans.add(scan);
          inserts.add(insert);
          appends.add(append);
        }
      }
      flow.leave();
    }
    return new LendingTrialResult(new Timings(scans), new Timings(inserts), new Timings(appends));
  }

  private Duration scan(String code) throws ScenarioProblem, InterruptedException {
    ItemId item = new ItemId(code);
    return flow.after(
        new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.ItemCode(item)),
        state -> taken(state, item));
  }

  private static boolean taken(FlowState state, ItemId item) {
    return state.session().stream()
        .flatMap(session -> session.borrows().stream())
        .anyMatch(
            row ->
                row.item().filter(item::equals).isPresent()
                    && row.state() instanceof BorrowRow.BorrowRowState.Borrowed);
  }

  private static Duration timed(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public void close() {
    flow.close();
    station.close();
    yardstick.close();
  }
}
