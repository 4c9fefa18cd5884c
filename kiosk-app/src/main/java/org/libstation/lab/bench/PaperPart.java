package org.libstation.lab.bench;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.lab.scenario.Action.PaperState;
import org.libstation.lab.scenario.Bench;
import org.libstation.lab.twin.PaperStrip;
import org.libstation.lab.twin.ReceiptPaper;
import org.libstation.station.driven.ScenarioProblem;

/// Shows the receipt printer on the bench: its paper, and the newest ticket as its dots came out.
final class PaperPart {
  private static final double EDGES = 24;

  private final Bench bench;
  private final BenchWords words;
  private final Consumer<BenchAct> will;
  private final HBox head = Furniture.row();
  private final Label told = Furniture.label("", "small");
  private final ImageView picture = new ImageView();
  private final Button paper = Furniture.button("", "F8", this::change);
  private final VBox node;
  private boolean paperIn = true;
  private int tickets;

  PaperPart(BenchWords words, Bench bench, Consumer<BenchAct> will) {
    this.words = words;
    told.setText(words.say("paper.none"));
    this.bench = bench;
    this.will = will;
    ScrollPane pane = new ScrollPane(picture);
    pane.getStyleClass().add("field");
    VBox.setVgrow(pane, Priority.ALWAYS);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    picture.setPreserveRatio(true);
    picture.fitWidthProperty().bind(pane.widthProperty().subtract(EDGES));
    Button near =
        Furniture.button(
            words.say("paper.near"),
            "",
            () -> will.accept(new BenchAct.BenchPaper(PaperState.NEAR_END)));
    node = Furniture.box(words.say("paper"), head, Furniture.row(paper, near), told, pane);
    shown();
  }

  Region node() {
    return node;
  }

  void show(BenchSight sight) {
    paperIn = sight.paperIn();
    shown();
    if (sight.tickets() != tickets) {
      tickets = sight.tickets();
      newest();
    }
  }

  /// Takes the paper out, or puts it in.
  void change() {
    will.accept(new BenchAct.BenchPaper(paperIn ? PaperState.OUT : PaperState.IN));
  }

  private void shown() {
    paper.setText(words.say(paperIn ? "paper.take" : "paper.put"));
    head.getChildren()
        .setAll(
            Furniture.label(words.say("paper.paper"), "body"),
            Furniture.spring(),
            paperIn
                ? Furniture.chip(words.say("paper.in"), "done")
                : Furniture.chip(words.say("paper.out"), "stop"));
  }

  private void newest() {
    try {
      List<PaperStrip> all = bench.device("printer", ReceiptPaper.class).tickets();
      if (!all.isEmpty()) {
        told.setText(words.say("paper.newest", all.size()));
        picture.setImage(image(all.getLast().image()));
      }
    } catch (ScenarioProblem problem) {
      told.setText(problem.getMessage());
    }
  }

  /// The picture at half its size: each pixel is the mean of four dots, as seen from some distance.
  private static Image image(BufferedImage from) {
    int width = from.getWidth() / 2;
    int height = from.getHeight() / 2;
    WritableImage image = new WritableImage(width, height);
    PixelWriter pixels = image.getPixelWriter();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = 0;
        for (int dot = 0; dot < 4; dot++) {
          sum += from.getRGB(2 * x + dot % 2, 2 * y + dot / 2) & 0xFF;
        }
        int grey = sum / 4;
        pixels.setArgb(x, y, 0xFF000000 | grey << 16 | grey << 8 | grey);
      }
    }
    return image;
  }
}
