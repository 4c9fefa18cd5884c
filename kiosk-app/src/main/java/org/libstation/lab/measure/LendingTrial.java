package org.libstation.lab.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.libstation.central.CentralSystem;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2System;
import org.libstation.central.sip2.TcpTransport;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.StationClock;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.Scan;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.journal.Journal;
import org.libstation.lab.disk.DiskYardstick;
import org.libstation.policy.PolicyBundle;
import org.libstation.run.TagCommands;
import org.libstation.run.driven.ScenarioProblem;
import org.libstation.sync.Backoff;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.ClockKeeper;
import org.libstation.sync.DefaultDesk;
import org.libstation.sync.Lanes;
import org.libstation.sync.Link;
import org.libstation.sync.Settling;
import org.libstation.sync.SyncSettings;
import org.libstation.text.Texts;

/// From the scan of an item without a tag to "take it", without the link: the production flow with
/// its thread, the desk with its own, and a real journal, put together in this process. Each loan
/// is followed by one row and one block on the bare disk, so that all three meet the same disk at
/// the same time.
public final class LendingTrial implements AutoCloseable {
  /// Nobody checks a PIN without the link.
  private static final String PIN = "1";

  private final Journal journal;
  private final DiskYardstick yardstick;
  private final DrivenFlow flow;

  /// @param loans scan to "take it"
  /// @param inserts one row into a SQLite file of the journal's kind
  /// @param appends one block, and fdatasync
  public record Result(Timings loans, Timings inserts, Timings appends) {}

  /// @param directory on the measured disk
  /// @param policy decides what is lent without the link
  public LendingTrial(Path directory, PolicyBundle policy, Texts texts) {
    SyncSettings sync = SyncSettings.usual();
    ClockKeeper clock =
        new ClockKeeper(
            InstantSource.system(),
            () -> Duration.ofNanos(System.nanoTime()),
            "bench",
            policy.zone(),
            Optional.empty(),
            sync.clockTolerance());
    yardstick = DiskYardstick.in(directory);
    journal = TrialJournal.in(directory, clock);
    CentralHabits habits =
        CentralHabits.fixed(
            policy.zone(), Set.of(), policy.loanDays(), CentralHabits.USUAL_ROLL_DAYS);
    Settling settling = new Settling(journal, silent(clock, sync).gated(), clock, sync, habits);
    flow =
        new DrivenFlow(
            new DefaultDesk(settling, new Lanes(), policy.at(Instant.now()).offline()),
            journal,
            clock,
            policy,
            texts,
            Optional.empty(),
            new TagCommands());
  }

  /// A link that was never up: nothing probes it, and its gate lets nothing through.
  private static Link silent(StationClock clock, SyncSettings sync) {
    return new Link(
        new Sip2System(TcpTransport.plain("127.0.0.1", 1), Sip2Dialect.generic(), clock),
        clock,
        sync,
        new Backoff(sync.firstPause(), sync.longestPause(), RandomGenerator.getDefault()),
        new Link.Listener() {
          @Override
          public void changed(boolean up) {}

          @Override
          public void measured(CentralSystem.Status status) {}
        });
  }

  /// @param warmUp loans that come first and are not counted
  public Result run(int warmUp, int loans) throws ScenarioProblem, InterruptedException {
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
    return new Result(new Timings(scans), new Timings(inserts), new Timings(appends));
  }

  private Duration scan(String code) throws ScenarioProblem, InterruptedException {
    ItemId item = new ItemId(code);
    return flow.after(
        new FlowEvent.BarcodeRead(Place.PAD, new Scan.Item(item)), state -> taken(state, item));
  }

  private static boolean taken(FlowState state, ItemId item) {
    return state.session().stream()
        .flatMap(session -> session.borrows().stream())
        .anyMatch(
            row ->
                row.item().filter(item::equals).isPresent()
                    && row.state() instanceof BorrowRow.State.Borrowed);
  }

  private static Duration timed(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public void close() {
    flow.close();
    journal.close();
    yardstick.close();
  }
}
