package org.libstation.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.barcode.Classifier;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.Happening;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.device.BinSensor;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.TagReader;
import org.libstation.device.driver.Drivers;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.flow.Flow;
import org.libstation.flow.FlowTests;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.SlipOffer;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.Role;
import org.libstation.journal.DiskState;
import org.libstation.journal.Entry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.run.DeviceBridge;
import org.libstation.run.EffectRunner;
import org.libstation.run.FlowLoop;
import org.libstation.run.PolicyFineExplainer;
import org.libstation.run.ScanJudge;
import org.libstation.run.StationDevices;
import org.libstation.run.TagCommands;
import org.libstation.simulation.Bug;
import org.libstation.simulation.Cabinet;
import org.libstation.simulation.Power;
import org.libstation.simulation.PowerLoss;
import org.libstation.simulation.SimulatedTime;
import org.libstation.simulation.Town;

/// A book drop with bin, photo-eye and printer, the hands before it and the one who empties it. The
/// hands go on with what they do when the power goes: a bin that is out is out.
final class DropDay implements AutoCloseable {
  static final String EMPTIER = "Chan";

  private static final Duration TURN = Duration.ofMillis(20);
  private static final Duration SHADOW = Duration.ofMillis(250);
  private static final Duration SHORT = Duration.ofSeconds(8);
  private static final Duration WAITS = Duration.ofSeconds(90);
  private static final Duration SETTLES = Duration.ofSeconds(1);
  private static final int EMPTY_MILLIMETRES = 800;
  private static final int FILLED_MILLIMETRES = 500;
  private static final int TRIES = 6;
  private static final int PAPER_DOTS = 576;
  private static final int CLOSE_AT_PERCENT = 90;
  private static final FlowSettings SETTINGS =
      FlowTests.role(Role.BOOK_DROP).with(SlipOffer.ALWAYS);

  /// What is wired wrongly.
  enum Wiring {
    RIGHT,
    /// Who empties the bin is known by the running program alone.
    BEGUN_IN_MEMORY,
    /// What a former run left undone is not asked for.
    UNDONE_NOT_READ
  }

  /// What goes.
  enum Cut {
    /// The machine starts anew: who was before it is gone, and no slip is owed any more.
    POWER,
    /// The program alone, which is started again at once: whoever pushed books in stands there
    /// still.
    PROGRAM
  }

  private final Path directory;
  private final Wiring wiring;
  private final Cut cut;
  private final SimulatedTime time = new SimulatedTime();
  private final Power power = new Power();
  private final Town town = new Town(time);
  private final Cabinet cabinet;
  private final FeigTwin reader = new FeigTwin();
  private final BinTwin bin = new BinTwin();
  private final EscPosTwin printer = new EscPosTwin(PAPER_DOTS);
  private final LoopLine readerLine = new LoopLine("the reader's line", reader, time::advance);
  private final LoopLine binLine = new LoopLine("the bin's line", bin, time::advance);
  private final LoopLine printerLine = new LoopLine("the printer's line", printer, time::advance);
  private final List<String> history = new ArrayList<>();
  private int manifests;
  private Instant settlesAt;
  private Program program;

  private record Program(FlowLoop loop, List<Device> devices) {}

  DropDay(Wiring wiring, Cut cut, LibraryKey recoveryKey) {
    this.wiring = wiring;
    this.cut = cut;
    this.directory = temporary();
    this.settlesAt = time.now();
    this.cabinet =
        new Cabinet(
            directory,
            recoveryKey,
            time,
            town.stationWire(),
            power,
            Bug.NONE,
            Town.habits(),
            Town.offlineRules(),
            1);
    this.program = start();
    boolean _ = until(() -> state().station().usable(DeviceRole.DROP), SHORT);
    boolean _ = until(() -> state().station().usable(DeviceRole.PRINTER), SHORT);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("libstation-drop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Inbox implements Consumer<FlowEvent> {
    private @Nullable FlowLoop loop;

    @Override
    public void accept(FlowEvent event) {
      boolean kept = wiring == Wiring.UNDONE_NOT_READ && event instanceof FlowEvent.DropFound;
      if (loop != null && !kept) {
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
                "drop", DeviceRole.DROP_READER,
                "bin", DeviceRole.DROP,
                "printer", DeviceRole.PRINTER),
            new ScanJudge(Classifier.usual(), false),
            commands,
            inbox,
            inbox);
    Device tags = driver("feig", "drop", bridge, readerLine);
    Device sensor = driver("modbusbin", "bin", bridge, binLine);
    Device paper = driver("escpos", "printer", bridge, printerLine);
    EffectRunner runner =
        new EffectRunner(
            cabinet.desk(),
            Runnable::run,
            Runnable::run,
            new StationDevices(
                Optional.empty(),
                Optional.of((TagReader) tags),
                Optional.of((BinSensor) sensor),
                Optional.of((ReceiptPrinter) paper),
                Map.of()),
            commands,
            Kiosk.RECEIPTS,
            new PolicyFineExplainer(LibraryRules.standard().policy()),
            new QuietOffice(Optional.of(EMPTIER)),
            () -> DiskState.ROOMY,
            _ -> {},
            inbox);
    FlowLoop loop =
        new FlowLoop(
            new Flow(SETTINGS, PatronId::masked),
            cabinet.clock(),
            effect -> {
              power.step();
              carryOut(runner, effect);
            },
            _ -> {});
    inbox.loop = loop;
    runner.accept(new Effect.ReadUnarmed());
    runner.accept(new Effect.ReadUntaken());
    runner.accept(new Effect.ReadBin(CLOSE_AT_PERCENT));
    int _ = loop.drain();
    List<Device> devices = List.of(tags, sensor, paper);
    devices.forEach(
        device -> bridge.on(new DeviceEvent.HealthChanged(device.name(), device.health())));
    return new Program(loop, devices);
  }

  private void carryOut(EffectRunner runner, Effect effect) {
    history.add(time.now() + " " + effect);
    manifests += effect instanceof Effect.PrintManifest ? 1 : 0;
    if (wiring != Wiring.BEGUN_IN_MEMORY || !(effect instanceof Effect.BeginEmptying)) {
      runner.accept(effect);
    }
  }

  private Device driver(String model, String name, DeviceListener listener, LoopLine line) {
    return Drivers.create(
        model,
        name,
        DeviceAddress.parse("serial:/dev/" + name + "?baud=38400"),
        Map.of(),
        new Kiosk.MachineClock(time),
        listener,
        line);
  }

  Power power() {
    return power;
  }

  String history() {
    return String.join("\n", history);
  }

  List<ItemId> items() {
    return town.items();
  }

  private FlowState state() {
    return program.loop().state();
  }

  /// Something during which the power may go; then the station starts again, and the hands go on.
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (PowerLoss loss) {
      history.add(time.now() + " " + loss.getMessage());
      program.devices().forEach(Device::close);
      switch (cut) {
        case POWER -> cabinet.crash();
        case PROGRAM -> cabinet.killed();
      }
      settlesAt = time.now();
      program = start();
    }
  }

  private void turn() {
    guarded(
        () -> {
          for (Device device : program.devices()) {
            device.step();
            int _ = program.loop().drain();
          }
          if (!time.now().isBefore(settlesAt)) {
            settlesAt = time.now().plus(SETTLES);
            Duration _ = cabinet.work();
          }
          program.loop().tick();
        });
    time.advance(TURN);
  }

  private boolean until(BooleanSupplier so, Duration within) {
    Instant end = time.now().plus(within);
    while (!so.getAsBoolean() && time.now().isBefore(end)) {
      turn();
    }
    return so.getAsBoolean();
  }

  private void wait(Duration span) {
    boolean _ = until(() -> false, span);
  }

  private void press(Key key) {
    guarded(
        () -> {
          boolean _ = program.loop().offer(new FlowEvent.Pressed(key));
          int _ = program.loop().drain();
        });
  }

  private long returns(ItemId item) {
    return entries().stream()
        .map(Entry::what)
        .filter(what -> what instanceof Happening.ItemReturned && what.item().equals(item))
        .count();
  }

  private List<Entry> entries() {
    return cabinet.journal().all(0, 100_000);
  }

  /// A book is pushed in; where nothing was noted of it, it was held back and is pushed again.
  void pushIn(ItemId item) {
    String uid = "E0040100000000%02X".formatted(items().indexOf(item) + 1);
    for (int i = 0; i < TRIES && returns(item) == 0; i++) {
      bin.flapClosed(false);
      reader.place(uid, item.value(), "HK-LIB", 1, 1, false);
      boolean _ = until(() -> !state().sight().seen().isEmpty(), SHORT);
      bin.beam(true);
      wait(SHADOW);
      bin.beam(false);
      boolean _ = until(() -> returns(item) > 0, SHORT);
      bin.flapClosed(true);
    }
    boolean _ = until(() -> reader.afi(uid) != FeigTwin.AFI_ON_LOAN, SHORT);
    reader.lift(uid);
    bin.distance(FILLED_MILLIMETRES);
  }

  /// The slip comes by itself.
  void waitForSlip() {
    wait(SHORT);
  }

  /// The bin is taken out once the screen asks for it, and put in again.
  void empty() {
    for (int i = 0; i < TRIES && !asks(Screen.Emptying.Stage.TAKE_OUT); i++) {
      press(new Key.Technician());
      press(new Key.Digit(1));
      press(new Key.Confirm());
      boolean _ = until(() -> state().screen() instanceof Screen.Technician, SETTLES);
      press(new Key.EmptyBin());
      wait(SETTLES);
    }
    history.add(time.now() + " the bin is taken out");
    bin.binPresent(false);
    wait(SHORT);
    bin.distance(EMPTY_MILLIMETRES);
    bin.binPresent(true);
    history.add(time.now() + " the bin is put in");
    wait(SHORT);
    press(new Key.Leave());
    press(new Key.Leave());
    wait(WAITS);
  }

  private boolean asks(Screen.Emptying.Stage stage) {
    return state().screen() instanceof Screen.Emptying emptying && emptying.step() == stage;
  }

  /// What is not as it must be once all is over.
  List<String> broken(List<ItemId> pushed) {
    List<String> broken = new ArrayList<>();
    for (ItemId item : pushed) {
      if (returns(item) != 1) {
        broken.add(item + " was returned " + returns(item) + " times");
      }
    }
    long emptied = entries().stream().filter(e -> e.what() instanceof Happening.BinEmptied).count();
    if (emptied != 1) {
      broken.add("the bin was emptied " + emptied + " times");
    }
    BinContents last = cabinet.desk().drop().last();
    if (!last.items().stream().map(BinContents.Dropped::item).toList().equals(pushed)) {
      broken.add("the manifest names " + last.items());
    }
    if (!last.by().equals(EMPTIER)) {
      broken.add("the bin went in the name of \"" + last.by() + "\"");
    }
    if (cabinet.desk().drop().contents().size() > 0) {
      broken.add("the bin that is empty holds " + cabinet.desk().drop().contents());
    }
    var undone = cabinet.desk().drop().undone();
    if (undone.begun().isPresent() || undone.unlisted().isPresent()) {
      broken.add("left undone: " + undone);
    }
    entries().stream()
        .filter(entry -> cut == Cut.PROGRAM && entry.what() instanceof Happening.ItemReturned)
        .filter(entry -> !entry.has(Mark.OnSlip.class))
        .forEach(entry -> broken.add("on no slip: " + entry));
    if (manifests == 0 || manifests > 2) {
      broken.add("the manifest was printed " + manifests + " times");
    }
    entries().stream()
        .flatMap(entry -> entry.marks().stream())
        .filter(
            noted ->
                noted.mark() instanceof Mark.StaffLine line
                    && line.detail().contains(Code.T46.name()))
        .forEach(noted -> broken.add("nobody knows whether the bin went: " + noted));
    return broken;
  }

  /// Slips and manifests that came out.
  int tickets() {
    return printer.tickets().size();
  }

  @Override
  public void close() {
    program.devices().forEach(Device::close);
    cabinet.close();
    town.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
