package org.libstation.lab.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.libstation.lab.scenario.Bench;

/// Draws the whole bench: first steps on top, cards and items at the left, devices in the middle,
/// paper at the right.
final class BenchView {
  private static final double GAP = 12;
  private static final double LEAST_WIDTH = 840;
  private static final double LEAST_HEIGHT = 500;
  private static final double ROOMY_WIDTH = 1100;
  private static final double ROOMY_HEIGHT = 900;
  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

  private final StepsPart steps;
  private final CardsPart cards;
  private final ItemsPart items;
  private final PadPart pad;
  private final DropPart drop;
  private final StationPart station;
  private final FaultsPart faults;
  private final PaperPart paper;
  private final Label foot = Furniture.label("", "foot");
  private final BorderPane root = new BorderPane();

  /// @param all languages
  /// @param language takes the language that a person chooses
  BenchView(
      Bench bench,
      BenchHands hands,
      BenchWords words,
      List<BenchWords> all,
      Consumer<BenchWords> language) {
    steps = new StepsPart(words, all, this::present, this::lay, language);
    cards = new CardsPart(words, hands::will, steps::chosen);
    items = new ItemsPart(words, hands::will);
    pad = new PadPart(words, hands::will);
    drop = new DropPart(words, bench);
    station = new StationPart(words, bench.devices(), hands::will);
    faults = new FaultsPart(words, bench, hands::will);
    paper = new PaperPart(words, bench, hands::will);
    root.getStyleClass().addAll("bench", "light");
    root.setStyle(Furniture.family(words));
    root.setTop(steps.node());
    root.widthProperty().subscribe(this::fit);
    root.heightProperty().subscribe(this::fit);
    root.setCenter(scrolling(columns()));
    foot.setMaxWidth(Double.MAX_VALUE);
    root.setBottom(foot);
    tell(words.say("hello"));
  }

  Parent node() {
    return root;
  }

  /// Actions by key of the keyboard, independent of the focus.
  Map<KeyCombination, Runnable> keys() {
    Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    keys.put(new KeyCodeCombination(KeyCode.F2), cards::present);
    keys.put(new KeyCodeCombination(KeyCode.F3), items::lay);
    keys.put(new KeyCodeCombination(KeyCode.F4), pad::liftAll);
    keys.put(new KeyCodeCombination(KeyCode.F5), items::scan);
    keys.put(new KeyCodeCombination(KeyCode.F6), items::drop);
    keys.put(new KeyCodeCombination(KeyCode.F7), station::cable);
    keys.put(new KeyCodeCombination(KeyCode.F8), paper::change);
    keys.put(new KeyCodeCombination(KeyCode.F9), station::power);
    keys.put(new KeyCodeCombination(KeyCode.F, KeyCombination.CONTROL_DOWN), items::search);
    return keys;
  }

  void show(BenchSight sight) {
    steps.show(sight);
    items.show(sight);
    pad.show(sight);
    drop.show(sight);
    station.show(sight);
    paper.show(sight);
  }

  void tell(String words) {
    foot.setText(words);
  }

  /// Makes everything a little smaller on a small desktop, so that it fits without scrolling.
  private void fit() {
    boolean tight = root.getWidth() < ROOMY_WIDTH || root.getHeight() < ROOMY_HEIGHT;
    root.pseudoClassStateChanged(TIGHT, tight);
  }

  private void present() {
    cards.present();
  }

  private void lay() {
    items.lay();
  }

  private GridPane columns() {
    VBox left = new VBox(GAP, cards.node(), items.node());
    VBox.setVgrow(cards.node(), Priority.SOMETIMES);
    VBox.setVgrow(items.node(), Priority.ALWAYS);
    VBox middle = new VBox(GAP, pad.node(), drop.node(), station.node());
    VBox.setVgrow(pad.node(), Priority.ALWAYS);
    GridPane columns = new GridPane(GAP, 0);
    columns.getStyleClass().add("columns");
    for (int percent : new int[] {37, 34, 29}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(percent);
      columns.getColumnConstraints().add(column);
    }
    RowConstraints row = new RowConstraints();
    row.setVgrow(Priority.ALWAYS);
    columns.getRowConstraints().add(row);
    VBox right = new VBox(GAP, paper.node(), faults.node());
    VBox.setVgrow(paper.node(), Priority.ALWAYS);
    columns.addRow(0, left, middle, right);
    columns.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
    return columns;
  }

  private static ScrollPane scrolling(GridPane columns) {
    ScrollPane pane = new ScrollPane(columns);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    return pane;
  }
}
