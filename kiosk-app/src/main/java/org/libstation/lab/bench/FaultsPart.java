package org.libstation.lab.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.scenario.Bench;

/// Offers every fault of every twin, with an example of its arguments.
final class FaultsPart {

  /// One fault of one device.
  ///
  /// @param device its name
  /// @param called its name on the bench
  /// @param words what it does
  record FaultChoice(String device, String called, TwinFault fault, String words) {
    @Override
    public String toString() {
      return called;
    }
  }

  private final ComboBox<FaultChoice> choices = new ComboBox<>();
  private final TextField arguments = new TextField();
  private final Label told = Furniture.label("", "small");
  private final Consumer<BenchAct> will;
  private final Bench bench;
  private final VBox node;

  FaultsPart(BenchWords words, Bench bench, Consumer<BenchAct> will) {
    this.will = will;
    this.bench = bench;
    choices.getItems().setAll(all(words, bench));
    choices.setMaxWidth(Double.MAX_VALUE);
    choices.valueProperty().addListener((_, _, chosen) -> show(chosen));
    HBox.setHgrow(choices, Priority.ALWAYS);
    HBox.setHgrow(arguments, Priority.ALWAYS);
    told.setWrapText(true);
    node =
        Furniture.box(
            words.say("faults"),
            Furniture.row(choices),
            told,
            Furniture.row(
                arguments,
                narrow(Furniture.button(words.say("faults.bring"), "", this::bringAbout)),
                narrow(Furniture.button(words.say("faults.heal"), "", this::heal))));
    choices.getSelectionModel().selectFirst();
  }

  Region node() {
    return node;
  }

  static List<FaultChoice> all(BenchWords words, Bench bench) {
    List<FaultChoice> all = new ArrayList<>();
    for (String device : bench.devices()) {
      bench.faults(device).forEach(fault -> all.add(choice(words, device, fault)));
    }
    return all;
  }

  private static FaultChoice choice(BenchWords words, String device, TwinFault fault) {
    String key = "fault." + fault.name();
    return new FaultChoice(
        device,
        words.say("faults.choice", words.device(device), fault.name()),
        fault,
        words.has(key) ? words.say(key) : fault.words());
  }

  private void show(FaultChoice chosen) {
    arguments.setText(String.join(" ", chosen.fault().arguments()));
    arguments.setDisable(chosen.fault().arguments().isEmpty());
    told.setText(chosen.words());
  }

  private void bringAbout() {
    FaultChoice chosen = choices.getValue();
    if (chosen != null) {
      String typed = arguments.getText().strip();
      List<String> given =
          typed.isEmpty()
              ? List.of()
              : Arrays.stream(typed.split("\\s+", -1)).map(this::onThePad).toList();
      will.accept(new BenchAct.BenchFault(chosen.device(), chosen.fault().name(), given));
    }
  }

  /// Replaces the example identifier [TwinFault#SOME_TAG] by that of a tag on the pad. Any other
  /// argument stays, as does the example if no tag is on the pad.
  private String onThePad(String argument) {
    return argument.equals(TwinFault.SOME_TAG) ? bench.tagOnPad().orElse(argument) : argument;
  }

  private void heal() {
    FaultChoice chosen = choices.getValue();
    if (chosen != null) {
      will.accept(new BenchAct.BenchHeal(chosen.device()));
    }
  }

  private static Button narrow(Button button) {
    HBox.setHgrow(button, Priority.NEVER);
    return button;
  }
}
