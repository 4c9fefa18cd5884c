package org.libstation.lab.bench;

import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.lab.scenario.Bench;
import org.libstation.station.driven.ScenarioProblem;

/// Shows the book drop on the bench: how full its bin is, and whether the flap is locked.
final class DropPart {
  private final HBox head = Furniture.row();
  private final Label percent = Furniture.label("0 %", "figure");
  private final BenchWords words;
  private final VBox node;

  DropPart(BenchWords words, Bench bench) {
    this.words = words;
    Slider fill = new Slider(0, 100, 0);
    fill.setBlockIncrement(10);
    HBox.setHgrow(fill, Priority.ALWAYS);
    percent.setMinWidth(52);
    fill.valueProperty()
        .addListener(
            (_, _, value) -> {
              int whole = (int) Math.round(value.doubleValue());
              percent.setText(whole + " %");
              try {
                bench.fill(whole);
              } catch (ScenarioProblem _) {
                // A site without a bin: there is nothing to fill.
                percent.setText("–");
              }
            });
    node =
        Furniture.box(
            words.say("drop"),
            head,
            Furniture.row(Furniture.label(words.say("drop.filled"), "small"), fill, percent));
    flap(false);
  }

  Region node() {
    return node;
  }

  void show(BenchSight sight) {
    flap(sight.flapLocked());
  }

  private void flap(boolean locked) {
    head.getChildren()
        .setAll(
            Furniture.label(words.say("drop.flap"), "body"),
            Furniture.spring(),
            locked
                ? Furniture.chip(words.say("drop.locked"), "stop")
                : Furniture.chip(words.say("drop.open"), "done"));
  }
}
