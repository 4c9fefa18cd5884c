package org.libstation.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.libstation.circulation.PatronId;
import org.libstation.device.Device;
import org.libstation.device.TagReader;
import org.libstation.device.keyscanner.lab.KeyScannerTwin;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.journal.DiskState;
import org.libstation.lab.embedded.DemoPatron;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.measure.UsualFlow;
import org.libstation.lab.rig.FlowRig;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.lab.twin.TagField;
import org.libstation.lab.twin.Twins;
import org.libstation.simulation.Cabinet;
import org.libstation.simulation.Power;
import org.libstation.simulation.SimulatedTime;
import org.libstation.station.FlowLoop;
import org.libstation.station.PolicyFineExplainer;
import org.libstation.station.StationWatch;

/// A station that lends: pad, drop and scanner before it, and the program that drives them. On one
/// day in five its scanner types, and cards are laid on a reader.
final class Kiosk {
  private static final LibraryRules RULES = LibraryRules.standard();

  /// Those by a sheet, and the one that takes APDUs.
  private static final List<String> READERS = List.of("", "id12", "rdm6300", "sm130");

  /// Cards of EM4100 have ten digits: what all cards of the library begin with is set.
  private static final String CARDS_BEGIN = DemoPatron.all().getFirst().card().substring(0, 4);

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
  private final CodeScanner scanner;
  private final Map<String, String> cardOptions;
  private final CodeScanner cards;
  private final boolean laid;
  private final SharedPort scannerPort;
  private final SharedPort cardPort;
  private final LoopLine padLine;
  private final LoopLine dropLine;
  private final LoopLine scannerLine;
  private final LoopLine cardLine;
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
    this.laid = seed % 5 == 0;
    this.scanner = laid ? new KeyScannerTwin() : new LineScannerTwin();
    this.scannerPort = new SharedPort(scanner, stranger());
    this.scannerLine = new LoopLine("the scanner's line", scannerPort, time::advance);
    String reader = READERS.get((int) (seed / 5) % READERS.size());
    this.cardOptions =
        switch (reader) {
          case "" -> Map.of();
          case "sm130" -> Map.of("reader", reader);
          default -> Map.of("reader", reader, "form.prefix", CARDS_BEGIN);
        };
    this.cards = (CodeScanner) Twins.of("chipcard", cardOptions).orElseThrow();
    this.cardPort = new SharedPort(cards, stranger());
    this.cardLine = new LoopLine("the card reader's line", cardPort, time::advance);
    this.machine = new Machine(time, cabinet, this::start);
  }

  /// A scanner on a line, before which somebody holds a book all the time.
  private static Twin stranger() {
    LineScannerTwin twin = new LineScannerTwin();
    return received -> {
      boolean _ = twin.scan("31234000012342");
      return twin.exchange(received);
    };
  }

  private Machine.Program start() {
    Map<String, DeviceRole> roles =
        new HashMap<>(
            Map.of(
                "pad", DeviceRole.PAD,
                "drop", DeviceRole.DROP_READER,
                "scanner", DeviceRole.SCANNER));
    if (laid) {
      roles.put("cards", DeviceRole.CARD_READER);
    }
    FlowRig rig = new FlowRig(roles);
    Miswired wired = new Miswired(bug, rig.bridge());
    TagReader padReader =
        wired.reader((TagReader) Machine.driver(padMake, "pad", time, wired, padLine));
    List<Device> devices =
        new ArrayList<>(
            List.of(padReader, Machine.driver(dropMake, "drop", time, wired, dropLine)));
    if (laid) {
      devices.add(
          Machine.driver(
              "keyscanner",
              "scanner",
              "evdev:/dev/scanner",
              Map.of(),
              time,
              wired,
              scannerPort.over(scannerLine)));
      devices.add(
          Machine.driver(
              "chipcard",
              "cards",
              "serial:/dev/cards",
              cardOptions,
              time,
              wired,
              cardPort.over(cardLine)));
    } else {
      devices.add(
          Machine.driver("linescanner", "scanner", time, wired, scannerPort.over(scannerLine)));
    }
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
            UsualFlow.settings(),
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

  CodeScanner scanner() {
    return scanner;
  }

  /// A patron shows a card: to the reader where there is one.
  void card(PatronId patron) {
    boolean _ = (laid ? cards : scanner).scan(patron.value());
  }

  /// Whether it has a reader of cards, and its scanner types.
  boolean readsCards() {
    return laid;
  }

  /// The ports of the reader of cards and of the scanner that types.
  List<SharedPort> readers() {
    return List.of(cardPort, scannerPort);
  }

  /// The lines of [#readers].
  List<LoopLine> readerLines() {
    return List.of(cardLine, scannerLine);
  }

  List<LoopLine> lines() {
    return laid
        ? List.of(padLine, dropLine, scannerLine, cardLine)
        : List.of(padLine, dropLine, scannerLine);
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
