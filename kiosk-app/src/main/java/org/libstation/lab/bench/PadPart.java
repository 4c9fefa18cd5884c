package org.libstation.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.libstation.lab.embedded.Stock;
import org.libstation.lab.embedded.StockItem;
import org.libstation.lab.scenario.Bench.TagOnPad;

/// Shows the tags on the pad, with the security byte in each tag.
final class PadPart {
  private final Map<String, StockItem> stock =
      Stock.items().stream().collect(Collectors.toMap(StockItem::barcode, Function.identity()));
  private final VBox rows = new VBox(6);
  private final BenchWords words;
  private final Consumer<BenchAct> will;
  private final VBox node;
  private List<TagOnPad> shown = List.of();

  PadPart(BenchWords words, Consumer<BenchAct> will) {
    this.words = words;
    this.will = will;
    ScrollPane pane = new ScrollPane(rows);
    pane.setFitToWidth(true);
    pane.getStyleClass().add("field");
    VBox.setVgrow(pane, Priority.ALWAYS);
    Label note = Furniture.label(words.say("pad.note"), "small");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    node =
        Furniture.box(
            words.say("pad"),
            note,
            pane,
            Furniture.row(Furniture.button(words.say("liftall"), "F4", this::liftAll)));
    node.setMinHeight(150);
    fill();
  }

  Region node() {
    return node;
  }

  void show(BenchSight sight) {
    if (!sight.pad().equals(shown)) {
      shown = sight.pad();
      fill();
    }
  }

  void liftAll() {
    will.accept(new BenchAct.LiftAll());
  }

  private void fill() {
    List<Node> fresh = new ArrayList<>();
    shown.forEach(tag -> fresh.add(row(tag)));
    if (fresh.isEmpty()) {
      fresh.add(Furniture.label(words.say("pad.empty"), "small"));
    }
    rows.getChildren().setAll(fresh);
  }

  private Node row(TagOnPad tag) {
    StockItem item = stock.get(tag.barcode());
    String title = item == null ? tag.barcode() : item.title();
    String part = tag.total() == 1 ? "" : words.say("part", tag.part(), tag.total());
    boolean simplified = item != null && item.language().equals("zh-Hans");
    TextFlow name = Furniture.words(title + part, simplified, "title");
    HBox.setHgrow(name, Priority.ALWAYS);
    Button lift =
        Furniture.button(
            words.say("lift"), "", () -> will.accept(new BenchAct.BenchLift(tag, title)));
    HBox.setHgrow(lift, Priority.NEVER);
    HBox row =
        Furniture.row(
            name,
            tag.armed()
                ? Furniture.chip(words.say("armed"), "action")
                : Furniture.chip(words.say("cleared"), "done"),
            lift);
    row.getStyleClass().add("tag");
    return row;
  }
}
