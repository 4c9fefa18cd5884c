package org.libstation.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libstation.barcode.Classifier;
import org.libstation.circulation.PatronId;
import org.libstation.device.BarcodeReader;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.TagReader;
import org.libstation.device.driver.Drivers;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.flow.Flow;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.Banner;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.journal.DiskState;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.run.DeviceBridge;
import org.libstation.run.EffectRunner;
import org.libstation.run.FlowLoop;
import org.libstation.run.PolicyFineExplainer;
import org.libstation.run.ReceiptComposer;
import org.libstation.run.ScanJudge;
import org.libstation.run.StationDevices;
import org.libstation.run.StationWatch;
import org.libstation.run.TagCommands;
import org.libstation.simulation.Cabinet;
import org.libstation.simulation.Power;
import org.libstation.simulation.SimulatedTime;
import org.libstation.slip.ShippedLayout;

/// The station as the program puts it together, on one thread. What a power cut does not touch (the
/// devices' far ends, the journal's file) stays; [#restart()] makes the rest anew.
final class Kiosk {
  private static final Duration TURN = Duration.ofMillis(20);
  private static final Duration SETTLES = Duration.ofSeconds(1);
  static final ReceiptComposer RECEIPTS = receipts();
  private static final LibraryRules RULES = LibraryRules.standard();

  private final SimulatedTime time;
  private final Power power;
  private final Cabinet cabinet;
  private final Miswiring bug;
  private final Consumer<FlowState> watcher;
  private final Consumer<Effect> acts;
  private final FeigTwin pad = new FeigTwin();
  private final FeigTwin drop = new FeigTwin();
  private final LineScannerTwin scanner = new LineScannerTwin();
  private final LoopLine padLine;
  private final LoopLine dropLine;
  private final LoopLine scannerLine;
  private Instant settlesAt;
  private Program program;

  /// What one run of the program is made of.
  private record Program(FlowLoop loop, List<Device> devices, StationWatch watch) {}

  /// @param watcher sees every state
  /// @param acts sees everything that the station does, just before
  Kiosk(
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
    this.padLine = new LoopLine("the pad's line", pad, time::advance);
    this.dropLine = new LoopLine("the drop's line", drop, time::advance);
    this.scannerLine = new LoopLine("the scanner's line", scanner, time::advance);
    this.settlesAt = time.now();
    this.program = start();
  }

  private static ReceiptComposer receipts() {
    Map<Language, String> names =
        Map.of(Language.EN, "Library", Language.ZH_HANS, "图书馆", Language.ZH_HANT_HK, "圖書館");
    return new ReceiptComposer(
        ShippedLayout.texts(),
        names,
        names,
        ZoneId.of("Asia/Hong_Kong"),
        Banner.NONE,
        ShippedLayout.layout());
  }

  /// Where answers go; the loop takes its place when it is there.
  private static final class Inbox implements Consumer<FlowEvent> {
    private @Nullable FlowLoop loop;

    @Override
    public void accept(FlowEvent event) {
      if (loop != null) {
        loop.answer(event);
      }
    }
  }

  private Program start() {
    Inbox inbox = new Inbox();
    TagCommands commands = new TagCommands();
    DeviceBridge bridge =
        new DeviceBridge(
            Map.of(
                "pad", DeviceRole.PAD,
                "drop", DeviceRole.DROP_READER,
                "scanner", DeviceRole.SCANNER),
            new ScanJudge(Classifier.usual(), false),
            commands,
            inbox,
            inbox);
    Miswired wired = new Miswired(bug, bridge);
    TagReader padReader = wired.reader((TagReader) driver("feig", "pad", wired, padLine));
    TagReader dropReader = (TagReader) driver("feig", "drop", wired, dropLine);
    Device scannerReader = driver("linescanner", "scanner", wired, scannerLine);
    EffectRunner runner =
        new EffectRunner(
            wired.desk(cabinet.desk()),
            Runnable::run,
            Runnable::run,
            new StationDevices(
                Optional.of(padReader),
                Optional.of(dropReader),
                Optional.empty(),
                Optional.empty(),
                Map.of(DeviceRole.SCANNER, (BarcodeReader) scannerReader)),
            commands,
            RECEIPTS,
            new PolicyFineExplainer(RULES.policy()),
            new QuietOffice(Optional.empty()),
            () -> DiskState.ROOMY,
            _ -> {},
            inbox);
    Consumer<Effect> effects = wired.runner(runner, padReader);
    FlowLoop loop =
        new FlowLoop(
            new Flow(FlowSettings.standard(), PatronId::masked),
            cabinet.clock(),
            effect -> {
              power.step();
              acts.accept(effect);
              effects.accept(effect);
            },
            watcher);
    inbox.loop = loop;
    effects.accept(new Effect.ReadUnarmed());
    effects.accept(new Effect.ReadUntaken());
    int _ = loop.drain();
    List<Device> devices = List.of(padReader, dropReader, scannerReader);
    devices.forEach(
        device -> bridge.on(new DeviceEvent.HealthChanged(device.name(), device.health())));
    return new Program(
        loop,
        devices,
        new StationWatch(
            cabinet::up,
            () -> DiskState.ROOMY,
            () -> StationFacts.JournalHealth.GOOD,
            Optional::empty,
            inbox));
  }

  private Device driver(
      String model, String name, org.libstation.device.DeviceListener listener, LoopLine line) {
    return Drivers.create(
        model,
        name,
        DeviceAddress.parse("serial:/dev/" + name + "?baud=38400"),
        Map.of(),
        new MachineClock(time),
        listener,
        line);
  }

  /// The power went and came back: the program is new, what lies on the pad lies there still.
  void restart() {
    program.devices().forEach(Device::close);
    cabinet.crash();
    settlesAt = time.now();
    program = start();
  }

  FeigTwin pad() {
    return pad;
  }

  FeigTwin drop() {
    return drop;
  }

  LineScannerTwin scanner() {
    return scanner;
  }

  List<LoopLine> lines() {
    return List.of(padLine, dropLine, scannerLine);
  }

  FlowState state() {
    return program.loop().state();
  }

  /// Nobody is in front.
  boolean free() {
    return state().session().isEmpty()
        && (state().screen() instanceof Screen.Welcome
            || state().screen() instanceof Screen.OutOfService);
  }

  void press(Key key) {
    boolean _ = program.loop().offer(new FlowEvent.Pressed(key));
    int _ = program.loop().drain();
  }

  /// Every thread of the station has its turn once.
  void turn() {
    for (Device device : program.devices()) {
      device.step();
      int _ = program.loop().drain();
    }
    if (!time.now().isBefore(settlesAt)) {
      settlesAt = time.now().plus(SETTLES);
      Duration _ = cabinet.work();
      program.watch().look();
    }
    int _ = program.loop().drain();
    program.loop().tick();
    time.advance(TURN);
  }

  /// Turns until it is so.
  ///
  /// @return whether it came to be so within the time
  boolean until(BooleanSupplier so, Duration within) {
    Instant end = time.now().plus(within);
    turn();
    while (!so.getAsBoolean() && time.now().isBefore(end)) {
      turn();
    }
    return so.getAsBoolean();
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

  /// The machine's clocks as a driver sees them.
  record MachineClock(SimulatedTime time) implements DeviceClock {
    @Override
    public Instant instant() {
      return time.wall();
    }

    @Override
    public Duration monotonic() {
      return time.monotonic();
    }
  }
}
