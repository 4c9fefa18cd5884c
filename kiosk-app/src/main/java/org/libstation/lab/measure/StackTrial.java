package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.TagReading;
import org.libstation.lab.rig.FlowRig;
import org.libstation.language.Texts;
import org.libstation.station.driven.ScenarioProblem;

/// Times a stack of ten on the pad, from the moment the flow asks for the loans to the last *take
/// it*. Compares with ten bare checkouts over a line of the same length. The looks are sent while
/// the tags are still read, at the pace of the pad of `station bench devices`.
public final class StackTrial {
  private static final int STACK = 10;

  /// Time for one more tag on the pad (docs/developer/figures.md: a stack of ten, some 600 ms).
  private static final Duration A_TAG = Duration.ofMillis(60);

  private final Path directory;
  private final Texts texts;
  private final List<String> items = CentralRig.items();

  /// @param directory on the measured disk
  public StackTrial(Path directory, Texts texts) {
    this.directory = directory;
    this.texts = texts;
  }

  /// The figures of one stack.
  ///
  /// @param station time from the flow's request for the loans to the last *take it*
  /// @param bare time of the bare checkouts
  /// @param looksBefore look-ups (17) that had been sent when the flow asked for the loans
  private record StackTimings(Duration station, Duration bare, int looksBefore) {}

  /// @throws IllegalStateException when an item was not lent
  public BenchReport.BenchReportRow run(Duration roundTrip, int rounds)
      throws IOException, ScenarioProblem, InterruptedException {
    Path place = directory.resolve("stack-" + roundTrip.toMillis());
    try (CentralRig rig = new CentralRig(place, roundTrip);
        BareClient bare = online(rig);
        DrivenFlow flow = flow(rig)) {
      flow.ready(DeviceRole.PAD);
      flow.answer(new FlowEvent.PlaceListed(Place.PAD));
      for (int i = 0; i < Math.ceilDiv(rounds, 2); i++) {
        StackTimings _ = stack(rig, flow, bare);
      }
      List<StackTimings> stacks = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        stacks.add(stack(rig, flow, bare));
      }
      return row(roundTrip, stacks);
    }
  }

  private static BareClient online(CentralRig rig) throws IOException {
    rig.online();
    return rig.bare();
  }

  private DrivenFlow flow(CentralRig station) {
    FlowRig rig = new FlowRig(Map.of("pad", DeviceRole.PAD));
    return new DrivenFlow(
        rig,
        station.desk(),
        station.journal(),
        station.clock(),
        station.policy(),
        texts,
        List.of(new InstantPad(rig.bridge()::on)));
  }

  private StackTimings stack(CentralRig rig, DrivenFlow flow, BareClient bare)
      throws IOException, ScenarioProblem, InterruptedException {
    List<String> pile = items.subList(0, STACK);
    flow.enter(CentralRig.CARD);
    flow.pin(CentralRig.PIN);
    rig.patronsLine().forget();
    CompletableFuture<Long> asked = flow.watch(any(BorrowRow.BorrowRowState.Asking.class));
    CompletableFuture<Long> taken = flow.watch(all(BorrowRow.BorrowRowState.Borrowed.class));
    for (int i = 0; i < STACK; i++) {
      Thread.sleep(A_TAG);
      flow.answer(
          new FlowEvent.TagArrived(
              Place.PAD,
              uid(i),
              new TagReading.ItemTag(new ItemId(pile.get(i)), 1, 1),
              SecurityBit.ARMED));
    }
    long from = flow.await(asked);
    int looks = rig.patronsLine().asked("17");
    Duration station = Duration.ofNanos(flow.await(taken) - from);
    for (int i = 0; i < STACK; i++) {
      flow.answer(new FlowEvent.TagLeft(Place.PAD, uid(i)));
    }
    flow.leave();
    pile.forEach(rig::counterTakesBack);
    Duration alone = checkouts(bare, pile);
    pile.forEach(rig::counterTakesBack);
    return new StackTimings(station, alone, looks);
  }

  private static Duration checkouts(BareClient bare, List<String> pile) throws IOException {
    long begin = System.nanoTime();
    for (String item : pile) {
      bare.checkout(item, CentralRig.CARD);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static String uid(int number) {
    return String.format(Locale.ROOT, "E0040150%08X", number);
  }

  private static Predicate<FlowState> any(Class<? extends BorrowRow.BorrowRowState> kind) {
    return state -> rows(state).stream().anyMatch(row -> kind.isInstance(row.state()));
  }

  private static Predicate<FlowState> all(Class<? extends BorrowRow.BorrowRowState> kind) {
    return state ->
        rows(state).size() == STACK
            && rows(state).stream().allMatch(row -> kind.isInstance(row.state()));
  }

  private static List<BorrowRow> rows(FlowState state) {
    return state.session().map(Session::borrows).orElse(List.of());
  }

  private static BenchReport.BenchReportRow row(Duration roundTrip, List<StackTimings> stacks) {
    Duration station = new Timings(stacks.stream().map(StackTimings::station).toList()).median();
    Duration bare = new Timings(stacks.stream().map(StackTimings::bare).toList()).median();
    int fewest = stacks.stream().mapToInt(StackTimings::looksBefore).min().orElse(0);
    return new BenchReport.BenchReportRow(
        String.format(
            Locale.ROOT,
            "stack of %d borrowed, %d ms round trip, %d stacks",
            STACK,
            roundTrip.toMillis(),
            stacks.size()),
        BenchReport.time(station)
            + " from the asking to the last \"take it\", ten bare checkouts "
            + BenchReport.time(bare)
            + ": "
            + BenchReport.ratio(station, bare, 2)
            + " times; at least "
            + fewest
            + " of "
            + STACK
            + " looks had left before the asking");
  }
}
