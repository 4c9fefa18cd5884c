package org.libstation.measure;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.libstation.central.CentralSystem;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2System;
import org.libstation.central.sip2.TcpTransport;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.StationClock;
import org.libstation.device.DeviceHealth;
import org.libstation.flow.BorrowRow;
import org.libstation.flow.Code;
import org.libstation.flow.Effect;
import org.libstation.flow.Flow;
import org.libstation.flow.FlowEvent;
import org.libstation.flow.FlowSettings;
import org.libstation.flow.FlowState;
import org.libstation.flow.Key;
import org.libstation.flow.Language;
import org.libstation.flow.Place;
import org.libstation.flow.Scan;
import org.libstation.flow.Screen;
import org.libstation.flow.StationFacts;
import org.libstation.flow.StationFacts.DeviceRole;
import org.libstation.flow.TaskReason;
import org.libstation.journal.Journal;
import org.libstation.journal.sqlite.Ballast;
import org.libstation.journal.sqlite.DiskYardstick;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.policy.PolicyBundle;
import org.libstation.run.DeskThread;
import org.libstation.run.DeviceBridge;
import org.libstation.run.EffectRunner;
import org.libstation.run.FlowLoop;
import org.libstation.run.PolicyFineExplainer;
import org.libstation.run.ReceiptComposer;
import org.libstation.run.StaffOffice;
import org.libstation.run.StationDevices;
import org.libstation.run.TagCommands;
import org.libstation.scenario.ScenarioProblem;
import org.libstation.scenario.StateLines;
import org.libstation.slip.Layout;
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
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Journal journal;
  private final DeskThread deskThread;
  private final DiskYardstick yardstick;
  private final FlowLoop loop;
  private volatile @Nullable Wait waiting;

  /// What somebody waits for, and when it came (nanoseconds, [System#nanoTime]).
  private record Wait(Predicate<FlowState> until, CompletableFuture<Long> seenAt) {}

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
    journal = journal(directory, clock);
    deskThread = new DeskThread();
    CentralHabits habits =
        new CentralHabits(policy.zone(), false, false, false, false, policy.loanDays());
    Settling settling = new Settling(journal, silent(clock, sync).gated(), clock, sync, habits);
    Map<Language, String> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      names.put(language, "bench");
    }
    EffectRunner effects =
        new EffectRunner(
            new DefaultDesk(settling, new Lanes(), policy.at(Instant.now()).offline()),
            deskThread,
            new StationDevices(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of()),
            new TagCommands(),
            new ReceiptComposer(
                texts, names, names, policy.zone(), StationFacts.Banner.NONE, Layout.bodyAlone()),
            new PolicyFineExplainer(policy),
            new NobodyThere(),
            journal::diskState,
            _ -> {},
            this::answered);
    loop = new FlowLoop(new Flow(FlowSettings.standard()), clock, effects, this::shown);
  }

  private static Journal journal(Path directory, StationClock clock) {
    SecureRandom random = new SecureRandom();
    LibraryKey recovery =
        LibraryKey.createPair(
            directory.resolve("recovery-public.pem"),
            directory.resolve("recovery-private.pem"),
            random);
    return JournalStore.journal(
            new JournalStore(
                    clock,
                    directory.resolve("machine.key"),
                    recovery,
                    Ballast.DEFAULT_BYTES,
                    random)
                .open(directory.resolve("journal")))
        .orElseThrow(() -> new IllegalStateException("a new journal could not be opened"));
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
    ready();
    List<Duration> scans = new ArrayList<>();
    List<Duration> inserts = new ArrayList<>();
    List<Duration> appends = new ArrayList<>();
    int last = warmUp + loans;
    for (int from = 0; from < last; from += StationTrial.ITEMS_PER_CARD) {
      int to = Math.min(last, from + StationTrial.ITEMS_PER_CARD);
      enter(TrialNumbers.card(from));
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
      leave();
    }
    return new Result(new Timings(scans), new Timings(inserts), new Timings(appends));
  }

  /// Closed until it has eyes.
  private void ready() throws ScenarioProblem, InterruptedException {
    loop.start();
    DeviceHealth health = new DeviceHealth.Ready(Instant.EPOCH, "", Instant.EPOCH);
    Duration _ =
        after(
            new FlowEvent.DeviceChanged(DeviceBridge.line(DeviceRole.SCANNER, "scanner", health)),
            state ->
                state.screen() instanceof Screen.Welcome
                    && state.station().usable(DeviceRole.SCANNER));
  }

  private void enter(String card) throws ScenarioProblem, InterruptedException {
    press(new Key.StartBorrow(), screen(Screen.Identify.class));
    after(
        new FlowEvent.CardRead(new PatronId(card)),
        state -> state.screen() instanceof Screen.Identify(Screen.Identify.Step.AskPin _));
    press(
        new Key.Digit(1),
        state ->
            state.screen() instanceof Screen.Identify(Screen.Identify.Step.AskPin(int n, _))
                && n == 1);
    press(new Key.Confirm(), screen(Screen.Borrow.class));
  }

  private void leave() throws ScenarioProblem, InterruptedException {
    // Without a printer no receipt is offered.
    press(new Key.Confirm(), screen(Screen.Done.class));
    press(new Key.Confirm(), screen(Screen.Welcome.class));
  }

  private Duration scan(String code) throws ScenarioProblem, InterruptedException {
    ItemId item = new ItemId(code);
    return after(
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

  private static Predicate<FlowState> screen(Class<? extends Screen> kind) {
    return state -> kind.isInstance(state.screen());
  }

  private void press(Key key, Predicate<FlowState> until)
      throws ScenarioProblem, InterruptedException {
    Duration _ = after(new FlowEvent.Pressed(key), until);
  }

  /// Offers an event and waits for what it leads to.
  ///
  /// @return from the offer until the loop's thread had the state
  private Duration after(FlowEvent event, Predicate<FlowState> until)
      throws ScenarioProblem, InterruptedException {
    CompletableFuture<Long> seenAt = new CompletableFuture<>();
    waiting = new Wait(until, seenAt);
    long begin = System.nanoTime();
    if (!loop.offer(event)) {
      throw new ScenarioProblem("the flow takes no more events");
    }
    try {
      return Duration.ofNanos(seenAt.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS) - begin);
    } catch (TimeoutException e) {
      throw new ScenarioProblem(
          "the flow got no further; it shows " + String.join("; ", StateLines.of(loop.state())));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Duration timed(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /// On the loop's thread.
  private void shown(FlowState state) {
    Wait wait = waiting;
    if (wait != null && wait.until().test(state)) {
      wait.seenAt().complete(System.nanoTime());
    }
  }

  private void answered(FlowEvent event) {
    loop.answer(event);
  }

  /// Nobody from staff is there while it is measured.
  private static final class NobodyThere implements StaffOffice {
    @Override
    public Optional<String> who(Pin pin) {
      return Optional.empty();
    }

    @Override
    public StaffList list() {
      return new StaffList(List.of(), StaffList.Sums.NONE);
    }

    @Override
    public Optional<PatronId> openCard(long entry, String by) {
      return Optional.empty();
    }

    @Override
    public void close(long entry, String by, TaskReason how) {}

    @Override
    public StationFacts.JournalCounts counts() {
      return new StationFacts.JournalCounts(0, 0);
    }

    @Override
    public void note(Effect.StaffNote note, Optional<Code> code, Optional<ItemId> item) {}
  }

  @Override
  public void close() {
    loop.close();
    deskThread.close();
    journal.close();
    yardstick.close();
  }
}
