package org.libstation.lab.bench;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.embedded.DemoPatron;

/// Shows the cards of the fictional patrons, with the purpose of each.
final class CardsPart {
  private final ListView<DemoPatron> list =
      new ListView<>(FXCollections.observableList(DemoPatron.all()));
  private final BenchWords words;
  private final Consumer<BenchAct> will;
  private final VBox node;

  /// @param chosen takes the patron whose card is selected
  CardsPart(BenchWords words, Consumer<BenchAct> will, Consumer<DemoPatron> chosen) {
    this.words = words;
    this.will = will;
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            reader -> {
              if (reader != null) {
                chosen.accept(reader);
              }
            });
    list.setCellFactory(_ -> new PatronCell());
    list.getSelectionModel().selectFirst();
    list.setMinHeight(96);
    list.setPrefHeight(250);
    VBox.setVgrow(list, Priority.ALWAYS);
    node =
        Furniture.box(
            words.say("cards"),
            list,
            Furniture.row(Furniture.button(words.say("present"), "F2", this::present)));
  }

  Region node() {
    return node;
  }

  void present() {
    DemoPatron reader = list.getSelectionModel().getSelectedItem();
    if (reader != null) {
      will.accept(new BenchAct.Present(reader));
    }
  }

  private final class PatronCell extends ListCell<DemoPatron> {
    private final TextFlow name = Furniture.words("", false);
    private final Label pin = Furniture.label("", "figure");
    private final TextFlow purpose = Furniture.words("", false);
    private final VBox all = new VBox(2, new HBox(8, name, pin), purpose);

    PatronCell() {
      setPrefWidth(0);
      HBox.setHgrow(name, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(@Nullable DemoPatron reader, boolean empty) {
      super.updateItem(reader, empty);
      if (reader == null || empty) {
        setGraphic(null);
        return;
      }
      Furniture.write(name, reader.name(), false, "title");
      pin.setText(words.say("pin", reader.pin()));
      Furniture.write(purpose, words.purpose(reader), words.simplified(), "small");
      setGraphic(all);
    }
  }
}
