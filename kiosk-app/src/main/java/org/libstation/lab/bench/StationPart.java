package org.libstation.lab.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The back of the station: its power, its network cable and the plugs of its devices.
final class StationPart {
  private final HBox powerLine = Furniture.row();
  private final HBox cableLine = Furniture.row();
  private final Button power = Furniture.button("", "F9", this::power);
  private final Button cable = Furniture.button("", "F7", this::cable);
  private final Map<String, Button> plugs = new LinkedHashMap<>();
  private final BenchWords words;
  private final Consumer<BenchAct> will;
  private final VBox node;
  private BenchSight seen = BenchSight.NOTHING;

  /// @param devices their names
  StationPart(BenchWords words, List<String> devices, Consumer<BenchAct> will) {
    this.words = words;
    this.will = will;
    FlowPane sockets = new FlowPane(8, 8);
    for (String device : devices) {
      Button plug = Furniture.button(words.device(device), "", () -> plug(device));
      plugs.put(device, plug);
      sockets.getChildren().add(plug);
    }
    node =
        Furniture.box(
            words.say("station"),
            powerLine,
            cableLine,
            Furniture.label(words.say("station.plugs"), "small"),
            sockets);
    show(seen);
  }

  Region node() {
    return node;
  }

  void show(BenchSight sight) {
    seen = sight;
    power.setText(words.say(sight.on() ? "station.cut" : "station.start"));
    cable.setText(words.say(sight.cableIn() ? "station.pull" : "station.plug"));
    String screen = sight.screen().map(this::shows).orElse("");
    powerLine
        .getChildren()
        .setAll(
            sight.on()
                ? Furniture.chip(words.say("station.on"), "done")
                : Furniture.chip(words.say("station.off"), "stop"),
            wrapping(screen),
            narrow(power));
    String link = sight.link().map(this::link).orElse("");
    cableLine
        .getChildren()
        .setAll(
            sight.cableIn()
                ? Furniture.chip(words.say("station.cablein"), "done")
                : Furniture.chip(words.say("station.cableout"), "stop"),
            wrapping(link),
            narrow(cable));
    plugs.forEach(
        (device, plug) -> {
          boolean out = sight.unplugged().contains(device);
          String name = words.device(device);
          plug.setText(out ? words.say("station.out", name) : name);
          plug.getStyleClass().remove("out");
          if (out) {
            plug.getStyleClass().add("out");
          }
        });
  }

  /// A label that wraps to a second line if it is too long.
  private static Label wrapping(String text) {
    Label label = Furniture.label(text, "small");
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  private String shows(String screen) {
    String key = "screen." + screen;
    return words.say("station.shows", words.has(key) ? words.say(key) : screen);
  }

  private String link(String state) {
    String key = "station.link." + state;
    String told = words.has(key) ? words.say(key) : state;
    return words.say("station.link", told);
  }

  void power() {
    will.accept(new BenchAct.Power(!seen.on()));
  }

  void cable() {
    will.accept(new BenchAct.BenchCable(!seen.cableIn()));
  }

  private void plug(String device) {
    will.accept(new BenchAct.BenchPlug(device, seen.unplugged().contains(device)));
  }

  private static Button narrow(Button button) {
    HBox.setHgrow(button, Priority.NEVER);
    return button;
  }
}
