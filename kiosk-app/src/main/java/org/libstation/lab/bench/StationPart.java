package org.libstation.lab.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
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
  private final Consumer<BenchDeed> will;
  private final VBox node;
  private BenchSight seen = BenchSight.NOTHING;

  /// @param devices their names
  StationPart(List<String> devices, Consumer<BenchDeed> will) {
    this.will = will;
    FlowPane sockets = new FlowPane(8, 8);
    for (String device : devices) {
      Button plug = Furniture.button(device, "", () -> plug(device));
      plugs.put(device, plug);
      sockets.getChildren().add(plug);
    }
    node =
        Furniture.box(
            "The back of the station",
            powerLine,
            cableLine,
            Furniture.label("Plugs of the devices: press to pull or to plug in", "small"),
            sockets);
    show(seen);
  }

  Region node() {
    return node;
  }

  void show(BenchSight sight) {
    seen = sight;
    power.setText(sight.on() ? "Cut the power" : "Switch it on");
    cable.setText(sight.cableIn() ? "Pull the cable" : "Plug the cable in");
    String screen = sight.screen().map(name -> "it shows: " + name).orElse("");
    powerLine
        .getChildren()
        .setAll(
            sight.on() ? Furniture.chip("on", "done") : Furniture.chip("off", "stop"),
            Furniture.label(screen, "small"),
            Furniture.spring(),
            narrow(power));
    String link = sight.link().map(name -> "for the station: " + name).orElse("");
    cableLine
        .getChildren()
        .setAll(
            sight.cableIn() ? Furniture.chip("cable in", "done") : Furniture.chip("out", "stop"),
            Furniture.label(link, "small"),
            Furniture.spring(),
            narrow(cable));
    plugs.forEach(
        (device, plug) -> {
          boolean out = sight.unplugged().contains(device);
          plug.setText(out ? device + ": out" : device);
          plug.getStyleClass().remove("out");
          if (out) {
            plug.getStyleClass().add("out");
          }
        });
  }

  void power() {
    will.accept(new BenchDeed.Power(!seen.on()));
  }

  void cable() {
    will.accept(new BenchDeed.Cable(!seen.cableIn()));
  }

  private void plug(String device) {
    will.accept(new BenchDeed.Plug(device, seen.unplugged().contains(device)));
  }

  private static Button narrow(Button button) {
    HBox.setHgrow(button, Priority.NEVER);
    return button;
  }
}
