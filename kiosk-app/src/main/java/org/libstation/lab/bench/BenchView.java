package org.libstation.lab.bench;

import java.util.LinkedHashMap;
import java.util.Map;
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

/// The whole bench: what a person can take in hand at the left, the devices in the middle, the
/// paper at the right.
final class BenchView {
  private static final double GAP = 12;
  private static final double LEAST_WIDTH = 900;
  private static final double LEAST_HEIGHT = 760;

  private final CardsPart cards;
  private final ItemsPart items;
  private final PadPart pad;
  private final DropPart drop;
  private final StationPart station;
  private final FaultsPart faults;
  private final PaperPart paper;
  private final Label foot = Furniture.label("", "foot");
  private final BorderPane root = new BorderPane();

  BenchView(Bench bench, BenchHands hands) {
    cards = new CardsPart(hands::will);
    items = new ItemsPart(hands::will);
    pad = new PadPart(hands::will);
    drop = new DropPart(bench);
    station = new StationPart(bench.devices(), hands::will);
    faults = new FaultsPart(bench, hands::will);
    paper = new PaperPart(bench, hands::will);
    root.getStyleClass().addAll("bench", "light");
    root.setCenter(scrolling(columns()));
    foot.setMaxWidth(Double.MAX_VALUE);
    root.setBottom(foot);
    tell("Take something in hand: everything here acts on the devices' wires.");
  }

  Parent node() {
    return root;
  }

  /// Which key of the keyboard does what, wherever the focus is.
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
    items.show(sight);
    pad.show(sight);
    drop.show(sight);
    station.show(sight);
    paper.show(sight);
  }

  void tell(String words) {
    foot.setText(words);
  }

  private GridPane columns() {
    VBox left = new VBox(GAP, cards.node(), items.node(), faults.node());
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
    columns.addRow(0, left, middle, paper.node());
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
