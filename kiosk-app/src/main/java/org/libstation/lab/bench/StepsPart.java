package org.libstation.lab.bench;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.lab.embedded.DemoPatron;

/// Shows the first three steps for a new visitor, numbered, with the next one highlighted, and the
/// choice of three languages.
final class StepsPart {
  private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");

  /// Least width of a step, before the remaining space is shared.
  private static final double WIDTH = 220;

  private final BenchWords words;
  private final Label pin = Furniture.label("", "pin-now");
  private final List<VBox> steps;
  private final HBox node;

  /// @param card presents the chosen card
  /// @param lay lays the chosen item on the pad
  /// @param all languages
  /// @param chosen takes the language that a person chooses
  StepsPart(
      BenchWords words,
      List<BenchWords> all,
      Runnable card,
      Runnable lay,
      Consumer<BenchWords> chosen) {
    this.words = words;
    VBox first =
        step(
            1,
            "step.card",
            Furniture.label(words.say("step.card.line"), "small"),
            Furniture.button(words.say("present"), "F2", card));
    VBox second = step(2, "step.pin", Furniture.label(words.say("step.pin.line"), "small"), pin);
    VBox third =
        step(
            3,
            "step.books",
            Furniture.label(words.say("step.books.line"), "small"),
            Furniture.button(words.say("lay"), "F3", lay));
    steps = List.of(first, second, third);
    VBox languages = new VBox(4);
    for (BenchWords each : all) {
      Button button = Furniture.button(each.name(), "", () -> chosen.accept(each));
      button.getStyleClass().add("language");
      button.setStyle(Furniture.family(each));
      button.setDisable(each.equals(words));
      languages.getChildren().add(button);
    }
    node = new HBox(10, first, second, third, languages);
    node.getStyleClass().add("steps");
    next(BenchSight.NOTHING);
  }

  Region node() {
    return node;
  }

  private VBox step(int number, String text, Label line, Node act) {
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    Label figure = Furniture.label(String.valueOf(number), "number");
    HBox head = Furniture.row(figure, Furniture.label(words.say(text), "heading"));
    VBox all = new VBox(4, head, line, act);
    all.getStyleClass().addAll("part", "step");
    HBox.setHgrow(all, Priority.ALWAYS);
    all.setPrefWidth(WIDTH);
    return all;
  }

  /// Shows the PIN of the patron whose card is selected.
  void chosen(DemoPatron reader) {
    pin.setText(words.say("pin", reader.pin()));
  }

  void show(BenchSight sight) {
    next(sight);
  }

  private void next(BenchSight sight) {
    int next =
        switch (sight.screen().orElse("welcome")) {
          case "pin", "checking" -> 2;
          case "borrow" -> 3;
          default -> 1;
        };
    for (int at = 0; at < steps.size(); at++) {
      steps.get(at).pseudoClassStateChanged(NEXT, at + 1 == next);
    }
  }
}
