package org.libstation.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.libstation.device.Device;
import org.libstation.device.TagReader;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.journal.DiskState;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.rig.FlowRig;
import org.libstation.lab.twin.TagField;
import org.libstation.lab.twin.Twins;
import org.libstation.run.FlowLoop;
import org.libstation.run.PolicyFineExplainer;
import org.libstation.run.StationWatch;
import org.libstation.simulation.Cabinet;
import org.libstation.simulation.Power;
import org.libstation.simulation.SimulatedTime;

/// A station that lends: pad, drop and scanner before it, and the program that drives them.
final class Kiosk {
  private static final LibraryRules RULES = LibraryRules.standard();

  private final SimulatedTime time;
  private final Power power;
  private final Cabinet cabinet;
  private final Miswiring bug;
  private final Consumer<FlowState> watcher;
  private final Consumer<Effect> acts;
  private final String padMake;
  private final String dropMake;
  private final TagField pad;
  private final TagField drop;
  private final LineScannerTwin scanner = new LineScannerTwin();
  private final LoopLine padLine;
  private final LoopLine dropLine;
  private final LoopLine scannerLine;
  private final Machine machine;

  /// @param seed which makes of readers it has: a half of all pads, a quarter of all drops is of
  ///   the second make
  /// @param watcher sees every state
  /// @param acts sees everything that the station does, just before
  Kiosk(
      long seed,
      SimulatedTime time,
      Power power,
      Cabinet cabinet,
      Miswiring bug,
      Consumer<FlowState> watcher,
      Consumer<Effect> acts) {
    this.time = time;
    this.power = power;
    this.cabinet = cabinet;
    this.bug = bug;
    this.watcher = watcher;
    this.acts = acts;
    this.padMake = seed % 2 == 0 ? "threem" : "feig";
    this.dropMake = seed % 4 == 0 ? "threem" : "feig";
    this.pad = Twins.of(padMake, TagField.class);
    this.drop = Twins.of(dropMake, TagField.class);
    this.padLine = new LoopLine("the pad's line", pad, time::advance);
    this.dropLine = new LoopLine("the drop's line", drop, time::advance);
    this.scannerLine = new LoopLine("the scanner's line", scanner, time::advance);
    this.machine = new Machine(time, cabinet, this::start);
  }

  private Machine.Program start() {
    FlowRig rig =
        new FlowRig(
            Map.of(
                "pad", DeviceRole.PAD,
                "drop", DeviceRole.DROP_READER,
                "scanner", DeviceRole.SCANNER));
    Miswired wired = new Miswired(bug, rig.bridge());
    TagReader padReader =
        wired.reader((TagReader) Machine.driver(padMake, "pad", time, wired, padLine));
    List<Device> devices =
        List.of(
            padReader,
            Machine.driver(dropMake, "drop", time, wired, dropLine),
            Machine.driver("linescanner", "scanner", time, wired, scannerLine));
    Consumer<Effect> effects =
        wired.runner(
            rig.runner(
                wired.desk(cabinet.desk()),
                devices,
                Machine.RECEIPTS,
                new PolicyFineExplainer(RULES.policy())),
            padReader);
    FlowLoop loop =
        rig.loop(
            FlowSettings.standard(),
            cabinet.clock(),
            effect -> {
              power.step();
              acts.accept(effect);
              effects.accept(effect);
            },
            watcher);
    effects.accept(new Effect.ReadUnarmed());
    effects.accept(new Effect.ReadUntaken());
    int _ = loop.drain();
    rig.name(devices);
    StationWatch watch =
        new StationWatch(
            cabinet::up,
            () -> DiskState.ROOMY,
            () -> StationFacts.JournalHealth.GOOD,
            Optional::empty,
            rig::answer);
    return new Machine.Program(loop, devices, watch::look);
  }

  /// The power went and came back: the program is new, what lies on the pad lies there still.
  void restart() {
    machine.restart(cabinet::crash);
  }

  TagField pad() {
    return pad;
  }

  TagField drop() {
    return drop;
  }

  LineScannerTwin scanner() {
    return scanner;
  }

  List<LoopLine> lines() {
    return List.of(padLine, dropLine, scannerLine);
  }

  FlowState state() {
    return machine.state();
  }

  /// Nobody is in front.
  boolean free() {
    return state().session().isEmpty()
        && (state().screen() instanceof Screen.Welcome
            || state().screen() instanceof Screen.OutOfService);
  }

  void press(Key key) {
    machine.press(key);
  }

  void turn() {
    machine.turn();
  }

  /// Turns until it is so.
  ///
  /// @return whether it came to be so within the time
  boolean until(BooleanSupplier so, Duration within) {
    return machine.until(so, within);
  }

  /// Nobody does anything for a while; the flow's clock is looked at now and then.
  void rest(Duration span) {
    Instant end = time.now().plus(span);
    while (time.now().isBefore(end)) {
      turn();
      turn();
      Duration left = Duration.between(time.now(), end);
      Duration nap = Duration.ofSeconds(3);
      if (left.isPositive()) {
        time.advance(left.compareTo(nap) < 0 ? left : nap);
      }
    }
    turn();
  }

  /// Hours pass in which nobody comes.
  void pass(Duration span) {
    cabinet.pass(span);
    rest(Duration.ofSeconds(6));
  }
}
