package org.libstation.lab.bench;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.embedded.Stock;
import org.libstation.lab.embedded.StockItem;

/// Shows the library's items by title and barcode, and a field for any other barcode.
final class ItemsPart {
  private static final PseudoClass LOAN = PseudoClass.getPseudoClass("loan");

  private final FilteredList<StockItem> shown =
      new FilteredList<>(FXCollections.observableList(Stock.items()));
  private final ListView<StockItem> list = new ListView<>(shown);
  private final TextField search = new TextField();
  private final TextField code = new TextField("9787020008728");
  private final BenchWords words;
  private final Consumer<BenchAct> will;
  private final VBox node;
  private Map<String, String> loans = Map.of();

  ItemsPart(BenchWords words, Consumer<BenchAct> will) {
    this.words = words;
    this.will = will;
    search.setPromptText(words.say("find"));
    search
        .textProperty()
        .addListener(
            (_, _, typed) -> {
              shown.setPredicate(item -> matches(item, typed));
              list.getSelectionModel().selectFirst();
              list.scrollTo(0);
            });
    search.setOnAction(_ -> lay());
    list.setCellFactory(_ -> new StockItemCell());
    list.getSelectionModel().selectFirst();
    list.setMinHeight(96);
    VBox.setVgrow(list, Priority.ALWAYS);
    code.setOnAction(_ -> scanCode());
    code.setPrefColumnCount(12);
    HBox.setHgrow(code, Priority.ALWAYS);
    node =
        Furniture.box(
            words.say("items"),
            Furniture.row(search),
            list,
            Furniture.row(
                Furniture.button(words.say("lay"), "F3", this::lay),
                Furniture.button(words.say("scan"), "F5", this::scan),
                Furniture.button(words.say("drop.push"), "F6", this::drop)),
            Furniture.row(
                Furniture.label(words.say("anycode"), "small"),
                code,
                Furniture.button(words.say("scanit"), "", this::scanCode)));
    HBox.setHgrow(search, Priority.ALWAYS);
  }

  Region node() {
    return node;
  }

  void show(BenchSight sight) {
    if (!sight.loans().equals(loans)) {
      loans = sight.loans();
      list.refresh();
    }
  }

  void search() {
    search.requestFocus();
    search.selectAll();
  }

  void lay() {
    selected().ifPresent(item -> will.accept(new BenchAct.Lay(item)));
  }

  void scan() {
    selected().ifPresent(item -> will.accept(new BenchAct.ScanItem(item)));
  }

  void drop() {
    selected().ifPresent(item -> will.accept(new BenchAct.BenchDrop(item)));
  }

  private void scanCode() {
    String text = code.getText().strip();
    if (!text.isEmpty()) {
      will.accept(new BenchAct.ScanCode(text));
    }
  }

  private Optional<StockItem> selected() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  /// Whether every word is in the title, the author or the barcode.
  static boolean matches(StockItem item, String words) {
    String text =
        (item.title() + " " + item.author() + " " + item.barcode()).toLowerCase(Locale.ROOT);
    for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private final class StockItemCell extends ListCell<StockItem> {
    private final TextFlow title = Furniture.words("", false);
    private final Label number = Furniture.label("", "small");
    private final Label state = Furniture.label("", "small");
    private final VBox both = new VBox(2, title, new HBox(8, number, Furniture.spring(), state));

    StockItemCell() {
      state.setMinWidth(Region.USE_PREF_SIZE);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable StockItem item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null || empty) {
        setGraphic(null);
        return;
      }
      Furniture.write(title, item.title(), item.language().equals("zh-Hans"), "title");
      number.setText(
          item.barcode()
              + "  ·  "
              + words.say("class." + item.itemClass().word())
              + (item.parts() > 1 ? "  ·  " + words.say("parts", item.parts()) : ""));
      String card = loans.get(item.barcode());
      state.setText(
          card == null ? words.say("shelf") : words.say("loan", card.substring(card.length() - 4)));
      state.pseudoClassStateChanged(LOAN, card != null);
      setGraphic(both);
    }
  }
}
