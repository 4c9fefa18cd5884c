package org.libstation.lab.bench;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.libstation.screen.kit.look.Scripts;

/// Makes the controls of the bench.
final class Furniture {
  private Furniture() {}

  /// The style with the font family of a language.
  static String family(BenchWords words) {
    return "-fx-font-family: \"" + words.family() + "\";";
  }

  /// A section of the bench with its heading.
  static VBox box(String heading, Node... content) {
    VBox box = new VBox(10, label(heading, "heading"));
    box.getChildren().addAll(content);
    box.getStyleClass().add("part");
    return box;
  }

  static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// A button that takes its share of its row.
  ///
  /// @param key key of the keyboard with the same effect; empty = none
  static Button button(String text, String key, Runnable press) {
    Button button = new Button(text);
    if (!key.isEmpty()) {
      button.setGraphic(label(key, "key-name"));
      button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    }
    button.setOnAction(_ -> press.run());
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  static HBox row(Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.getStyleClass().add("line");
    return row;
  }

  static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /// A label that shows a state.
  ///
  /// @param state `done`, `ask`, `stop`, `wait` or `action`: a colour role of the theme
  static Label chip(String text, String state) {
    Label chip = label(text, "chip", "chip-" + state);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  /// A text in the font families of its scripts.
  ///
  /// @param simplified Chinese in the forms of the mainland; else of Hong Kong
  static TextFlow words(String text, boolean simplified, String... styles) {
    TextFlow flow = new TextFlow();
    write(flow, text, simplified, styles);
    flow.setMinWidth(0);
    return flow;
  }

  /// Replaces the words of a text.
  static void write(TextFlow flow, String text, boolean simplified, String... styles) {
    flow.getChildren().clear();
    for (Scripts.ScriptRun piece : Scripts.pieces(text)) {
      Text run = new Text(piece.text());
      run.getStyleClass().addAll(styles);
      run.getStyleClass().add(piece.chinese() ? (simplified ? "hans" : "hant") : "latin");
      flow.getChildren().add(run);
    }
  }
}
