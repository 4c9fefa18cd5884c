package org.libstation.screen.kit.picture;

import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.words.SiteWords;

/// Shows a movement in three numbered pictures if nothing moves: start, on the way, end. The
/// numbers are not read aloud.
public final class Stills {
  public static final int COUNT = 3;
  public static final double BETWEEN = 16;

  /// Least scale of a card: smaller ones would show less than one picture of the desk.
  private static final double LEAST_CARD = 0.42;

  private static final double UNDER = 4;

  private Stills() {}

  /// Card's way to its reader; empty if three pictures do not fit.
  public static Optional<Region> card(
      Type type,
      SiteWords.CardPlace place,
      SiteWords.DeskPicture desk,
      double width,
      double height) {
    double wide = (width - (COUNT - 1) * BETWEEN) / COUNT / HandPicture.CARD_WIDTH;
    double high = (height - ring(type) - UNDER) / HandPicture.CARD_HEIGHT;
    double scale = Math.min(wide, high);
    return scale < LEAST_CARD
        ? Optional.empty()
        : Optional.of(side(type, at -> HandPicture.cardStill(place, desk, at, scale)));
  }

  /// Places the pictures side by side, a number under each.
  public static HBox side(Type type, IntFunction<? extends Node> picture) {
    HBox row = Box.row(BETWEEN);
    for (int at = 0; at < COUNT; at++) {
      VBox still = Box.column(UNDER, picture.apply(at), number(type, at + 1));
      still.setAlignment(Pos.CENTER);
      Box.add(row, still);
    }
    row.setAlignment(Pos.CENTER);
    return Box.whole(row);
  }

  /// Places the pictures one below the other, a number before each.
  public static VBox below(Type type, IntFunction<? extends Node> picture) {
    VBox column = Box.column(8);
    for (int at = 0; at < COUNT; at++) {
      HBox still = Box.row(BETWEEN, number(type, at + 1), picture.apply(at));
      still.setAlignment(Pos.CENTER);
      Box.add(column, still);
    }
    return column;
  }

  private static Region number(Type type, int number) {
    Writing digit = type.figure(Role.BODY, Ink.ASK, Integer.toString(number)).oneLine().centred();
    digit.setAccessibleText(null);
    double px = ring(type);
    Circle ring = new Circle(px / 2 - 2);
    ring.setStrokeWidth(4);
    ring.getStyleClass().addAll("fill-surface", Ink.ASK.stroke());
    StackPane disc = new StackPane(ring, digit);
    Box.fixed(disc, px, px);
    return disc;
  }

  private static double ring(Type type) {
    return Math.ceil(type.look().px(Role.BODY) * 1.3);
  }
}
