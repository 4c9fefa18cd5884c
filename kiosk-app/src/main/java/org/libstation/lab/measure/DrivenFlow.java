package org.libstation.lab.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StationClock;
import org.libstation.device.Device;
import org.libstation.device.DeviceHealth;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.journal.Journal;
import org.libstation.lab.rig.FlowRig;
import org.libstation.language.Texts;
import org.libstation.paper.Layout;
import org.libstation.policy.PolicyBundle;
import org.libstation.station.DeskThread;
import org.libstation.station.DeviceBridge;
import org.libstation.station.EffectRunner;
import org.libstation.station.FlowLoop;
import org.libstation.station.NoticeOnPaper;
import org.libstation.station.PolicyFineExplainer;
import org.libstation.station.ProofOfReturn;
import org.libstation.station.ReceiptComposer;
import org.libstation.station.RenewOnPaper;
import org.libstation.station.driven.ScenarioProblem;
import org.libstation.station.driven.StateLines;
import org.libstation.sync.Desk;

/// The production flow and the desk, each on its own thread, driven by events like those of devices
/// and screen, and observed from outside.
final class DrivenFlow implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final DeskThread deskThread = new DeskThread();
  private final FlowRig rig;
  private final FlowLoop loop;
  private final List<FlowWait> waiting = new CopyOnWriteArrayList<>();

  /// A state that a caller waits for, and when it came (nanoseconds, [System#nanoTime]).
  private record FlowWait(Predicate<FlowState> until, CompletableFuture<Long> seenAt) {}

  /// @param rig with the bridge for which the devices were made
  DrivenFlow(
      FlowRig rig,
      Desk desk,
      Journal journal,
      StationClock clock,
      PolicyBundle policy,
      Texts texts,
      List<Device> devices) {
    this.rig = rig.threads(deskThread, deskThread.releases()).disk(journal::diskState);
    Map<Language, String> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      names.put(language, "bench");
    }
    EffectRunner effects =
        rig.runner(
            desk,
            devices,
            new ReceiptComposer(
                texts,
                names,
                names,
                policy.zone(),
                StationFacts.StationBanner.NONE,
                Layout.bodyAlone(),
                RenewOnPaper.NONE,
                NoticeOnPaper.NONE,
                ProofOfReturn.NONE),
            new PolicyFineExplainer(policy));
    loop = rig.loop(UsualFlow.settings(), clock, effects, this::shown);
  }

  void start() {
    loop.start();
  }

  /// Reports a device that reads items as ready: without one the station is out of service.
  void ready(DeviceRole eyes) throws ScenarioProblem, InterruptedException {
    loop.start();
    DeviceHealth health = new DeviceHealth.Ready(Instant.EPOCH, List.of(), Instant.EPOCH);
    Duration _ =
        after(
            new FlowEvent.DeviceChanged(DeviceBridge.line(eyes, "eyes", health)),
            state -> state.screen() instanceof Screen.Welcome && state.station().usable(eyes));
  }

  void enter(String card) throws ScenarioProblem, InterruptedException {
    press(new Key.StartBorrow(), screen(Screen.Identify.class));
    Duration _ =
        after(
            new FlowEvent.CardRead(new PatronId(card)),
            state ->
                state.screen() instanceof Screen.Identify(Screen.Identify.IdentifyStep.AskPin _));
  }

  void pin(String digits) throws ScenarioProblem, InterruptedException {
    for (int i = 1; i <= digits.length(); i++) {
      int typed = i;
      press(
          new Key.Digit(digits.charAt(i - 1) - '0'),
          state ->
              state.screen()
                      instanceof Screen.Identify(Screen.Identify.IdentifyStep.AskPin(int n, _))
                  && n == typed);
    }
    press(new Key.Confirm(), screen(Screen.Borrow.class));
  }

  void leave() throws ScenarioProblem, InterruptedException {
    press(new Key.Confirm(), screen(Screen.ReceiptChoice.class));
    press(new Key.Confirm(), screen(Screen.Done.class));
    press(new Key.Confirm(), screen(Screen.Welcome.class));
  }

  private static Predicate<FlowState> screen(Class<? extends Screen> kind) {
    return state -> kind.isInstance(state.screen());
  }

  private void press(Key key, Predicate<FlowState> until)
      throws ScenarioProblem, InterruptedException {
    Duration _ = after(new FlowEvent.Pressed(key), until);
  }

  /// Offers an event and waits for the state that it leads to.
  ///
  /// @return time from the offer until the loop's thread had the state
  Duration after(FlowEvent event, Predicate<FlowState> until)
      throws ScenarioProblem, InterruptedException {
    CompletableFuture<Long> seenAt = watch(until);
    long begin = System.nanoTime();
    if (!loop.offer(event)) {
      throw new ScenarioProblem("the flow takes no more events");
    }
    return Duration.ofNanos(await(seenAt) - begin);
  }

  /// Waits until the state holds; returns at once if it does already.
  void until(Predicate<FlowState> so) throws ScenarioProblem, InterruptedException {
    CompletableFuture<Long> seenAt = watch(so);
    if (!so.test(loop.state())) {
      long _ = await(seenAt);
    }
  }

  /// Watches for a state from now on.
  ///
  /// @return when (nanoseconds) the first such state came
  CompletableFuture<Long> watch(Predicate<FlowState> until) {
    CompletableFuture<Long> seenAt = new CompletableFuture<>();
    waiting.add(new FlowWait(until, seenAt));
    return seenAt;
  }

  long await(CompletableFuture<Long> seenAt) throws ScenarioProblem, InterruptedException {
    try {
      return seenAt.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ScenarioProblem(
          "the flow got no further; it shows " + String.join("; ", StateLines.of(loop.state())));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Takes an answer of a device or the desk.
  void answer(FlowEvent event) {
    rig.answer(event);
  }

  /// Runs on the loop's thread.
  private void shown(FlowState state) {
    waiting.removeIf(wait -> wait.until().test(state) && wait.seenAt().complete(System.nanoTime()));
  }

  @Override
  public void close() {
    loop.close();
    deskThread.close();
  }
}
