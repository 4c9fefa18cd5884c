package org.libstation.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.TaskNote;
import org.libstation.device.Device;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.modbusbin.lab.BinTwin;
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
import org.libstation.flow.state.StationFacts.StationRole;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.rig.FlowRig;
import org.libstation.lab.rig.QuietOffice;
import org.libstation.simulation.PowerLoss;
import org.libstation.simulation.TownDay;
import org.libstation.station.EffectRunner;
import org.libstation.station.FlowLoop;
import org.libstation.station.PolicyFineExplainer;
import org.libstation.testkit.Changed;

/// A book drop with bin, photo-eye and printer, the hands before it and the one who empties it. The
/// hands go on with what they do when the power goes: a bin that is out is out.
final class DropDay extends TownDay {
  static final String EMPTIER = "Chan";

  private static final Duration SHADOW = Duration.ofMillis(250);
  private static final Duration SHORT = Duration.ofSeconds(8);
  private static final Duration WAITS = Duration.ofSeconds(90);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int EMPTY_MILLIMETRES = 800;
  private static final int FILLED_MILLIMETRES = 500;
  private static final int TRIES = 6;
  private static final int PAPER_DOTS = 576;
  private static final int CLOSE_AT_PERCENT = 90;
  private static final FlowSettings SETTINGS =
      Changed.with(FlowTests.role(StationRole.BOOK_DROP), "slip", SlipOffer.ALWAYS);

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

  private final Wiring wiring;
  private final Cut cut;
  private final FeigTwin reader = new FeigTwin();
  private final BinTwin bin = new BinTwin();
  private final EscPosTwin printer = new EscPosTwin(PAPER_DOTS);
  private final LoopLine readerLine = new LoopLine("the reader's line", reader, time::advance);
  private final LoopLine binLine = new LoopLine("the bin's line", bin, time::advance);
  private final LoopLine printerLine = new LoopLine("the printer's line", printer, time::advance);
  private final Machine machine;
  private int manifests;

  DropDay(Wiring wiring, Cut cut) {
    super(1);
    this.wiring = wiring;
    this.cut = cut;
    this.machine = new Machine(time, cabinet, this::start);
    boolean _ = until(() -> state().station().usable(DeviceRole.DROP), SHORT);
    boolean _ = until(() -> state().station().usable(DeviceRole.PRINTER), SHORT);
  }

  private Machine.Program start() {
    FlowRig rig =
        new FlowRig(
                Map.of(
                    "drop", DeviceRole.DROP_READER,
                    "bin", DeviceRole.DROP,
                    "printer", DeviceRole.PRINTER))
            .office(new QuietOffice(Optional.of(EMPTIER)))
            .hears(
                event ->
                    wiring != Wiring.UNDONE_NOT_READ || !(event instanceof FlowEvent.DropFound));
    List<Device> devices =
        List.of(
            Machine.driver("feig", "drop", time, rig.bridge(), readerLine),
            Machine.driver("modbusbin", "bin", time, rig.bridge(), binLine),
            Machine.driver("escpos", "printer", time, rig.bridge(), printerLine));
    EffectRunner runner =
        rig.runner(
            cabinet.desk(),
            devices,
            Machine.RECEIPTS,
            new PolicyFineExplainer(LibraryRules.standard().policy()));
    FlowLoop loop =
        rig.loop(
            SETTINGS,
            cabinet.clock(),
            effect -> {
              power.step();
              carryOut(runner, effect);
            },
            _ -> {});
    runner.accept(new Effect.ReadUnarmed());
    runner.accept(new Effect.ReadUntaken());
    runner.accept(new Effect.ReadBin(CLOSE_AT_PERCENT));
    int _ = loop.drain();
    rig.name(devices);
    return new Machine.Program(loop, devices, () -> {});
  }

  private void carryOut(EffectRunner runner, Effect effect) {
    note(time.now() + " " + effect);
    manifests += effect instanceof Effect.PrintManifest ? 1 : 0;
    if (wiring != Wiring.BEGUN_IN_MEMORY || !(effect instanceof Effect.BeginEmptying)) {
      runner.accept(effect);
    }
  }

  private FlowState state() {
    return machine.state();
  }

  /// Something during which the power may go; then the station starts again, and the hands go on.
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (PowerLoss loss) {
      note(time.now() + " " + loss.getMessage());
      machine.restart(
          switch (cut) {
            case POWER -> cabinet::crash;
            case PROGRAM -> cabinet::killed;
          });
    }
  }

  private void turn() {
    guarded(machine::work);
    machine.moment();
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
    guarded(() -> machine.press(key));
  }

  private long returns(ItemId item) {
    return entries().stream()
        .map(JournalEntry::what)
        .filter(what -> what instanceof CirculationEvent.ItemReturned && what.item().equals(item))
        .count();
  }

  private List<JournalEntry> entries() {
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
    for (int i = 0; i < TRIES && !asks(Screen.Emptying.EmptyingStage.TAKE_OUT); i++) {
      press(new Key.Technician());
      press(new Key.Digit(1));
      press(new Key.Confirm());
      boolean _ = until(() -> state().screen() instanceof Screen.Technician, SOON);
      press(new Key.EmptyBin());
      wait(SOON);
    }
    note(time.now() + " the bin is taken out");
    bin.binPresent(false);
    wait(SHORT);
    bin.distance(EMPTY_MILLIMETRES);
    bin.binPresent(true);
    note(time.now() + " the bin is put in");
    wait(SHORT);
    press(new Key.Leave());
    press(new Key.Leave());
    wait(WAITS);
  }

  private boolean asks(Screen.Emptying.EmptyingStage stage) {
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
    long emptied =
        entries().stream().filter(e -> e.what() instanceof CirculationEvent.BinEmptied).count();
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
        .filter(
            entry -> cut == Cut.PROGRAM && entry.what() instanceof CirculationEvent.ItemReturned)
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
                    && TaskNote.asWritten(line.notes()).contains(Code.T46.name()))
        .forEach(noted -> broken.add("nobody knows whether the bin went: " + noted));
    return broken;
  }

  /// Slips and manifests that came out.
  int tickets() {
    return printer.tickets().size();
  }

  @Override
  public void close() {
    machine.close();
    super.close();
  }
}
