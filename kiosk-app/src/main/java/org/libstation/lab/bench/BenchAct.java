package org.libstation.lab.bench;

import java.util.ArrayList;
import java.util.List;
import org.libstation.lab.embedded.DemoPatron;
import org.libstation.lab.embedded.StockItem;
import org.libstation.lab.scenario.Action;
import org.libstation.lab.scenario.Action.PaperState;
import org.libstation.lab.scenario.Bench.TagOnPad;

/// An act of a person at the bench: one or more actions of the scenario language.
sealed interface BenchAct {

  /// The actions, in order.
  List<Action> actions();

  /// The act in words, for the line at the foot of the window.
  String words(BenchWords in);

  /// Holds a patron's card before the scanner.
  record Present(DemoPatron reader) implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(new Action.ScanAction(reader.card()));
    }

    @Override
    public String words(BenchWords in) {
      return in.say("deed.present", reader.name());
    }
  }

  /// Lays an item on the pad; of a set, all parts.
  record Lay(StockItem item) implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(new Action.PlaceItems(parts(item)));
    }

    @Override
    public String words(BenchWords in) {
      return in.say("deed.lay", item.title());
    }
  }

  /// Lifts one tag off the pad.
  record BenchLift(TagOnPad tag, String title) implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(new Action.Lift(List.of(tag.name())));
    }

    @Override
    public String words(BenchWords in) {
      return in.say("deed.lift", title);
    }
  }

  record LiftAll() implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(new Action.Lift(List.of()));
    }

    @Override
    public String words(BenchWords in) {
      return in.say("deed.liftall");
    }
  }

  /// Holds the barcode of an item before the scanner.
  record ScanItem(StockItem item) implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(new Action.ScanAction(item.barcode()));
    }

    @Override
    public String words(BenchWords in) {
      return in.say("deed.scan", item.title());
    }
  }

  /// Holds any barcode before the scanner.
  record ScanCode(String code) implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(new Action.ScanAction(code));
    }

    @Override
    public String words(BenchWords in) {
      return in.say("deed.code", code);
    }
  }

  /// Pushes an item through the flap of the drop; of a set, part by part.
  record BenchDrop(StockItem item) implements BenchAct {
    @Override
    public List<Action> actions() {
      return parts(item).stream().<Action>map(Action.DropAction::new).toList();
    }

    @Override
    public String words(BenchWords in) {
      return in.say("deed.drop", item.title());
    }
  }

  /// Pulls out the network cable or plugs it in.
  record BenchCable(boolean in) implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(new Action.Cable(in));
    }

    @Override
    public String words(BenchWords words) {
      return words.say(in ? "deed.cable.in" : "deed.cable.out");
    }
  }

  /// Changes the paper of the receipt printer.
  record BenchPaper(PaperState state) implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(new Action.Paper(state));
    }

    @Override
    public String words(BenchWords in) {
      return in.say("deed.paper." + state);
    }
  }

  /// Switches the station's power.
  record Power(boolean on) implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(on ? new Action.PowerOn() : new Action.PowerCut(java.util.Optional.empty()));
    }

    @Override
    public String words(BenchWords in) {
      return in.say(on ? "deed.power.on" : "deed.power.off");
    }
  }

  /// Unplugs a device or plugs it in.
  record BenchPlug(String device, boolean in) implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(new Action.Plug(device, in));
    }

    @Override
    public String words(BenchWords words) {
      return words.say(in ? "deed.plug.in" : "deed.plug.out", words.device(device));
    }
  }

  /// Gives a device a fault.
  record BenchFault(String device, String fault, List<String> arguments) implements BenchAct {
    public BenchFault {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Action> actions() {
      return List.of(new Action.FaultAction(device, fault, arguments));
    }

    @Override
    public String words(BenchWords in) {
      return in.say("deed.fault", in.device(device), fault);
    }
  }

  /// Ends all lasting faults of a device.
  record BenchHeal(String device) implements BenchAct {
    @Override
    public List<Action> actions() {
      return List.of(new Action.Heal(device));
    }

    @Override
    public String words(BenchWords in) {
      return in.say("deed.heal", in.device(device));
    }
  }

  private static List<String> parts(StockItem item) {
    if (item.parts() == 1) {
      return List.of(item.barcode());
    }
    List<String> parts = new ArrayList<>();
    for (int part = 1; part <= item.parts(); part++) {
      parts.add(item.barcode() + "/" + part + ":" + item.parts());
    }
    return parts;
  }
}
