package org.libstation.screen.common;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The gamboge, dashed area: the next thing the hands do. One only on a screen.
public final class HandBox extends StackPane {

  /// What it shows.
  public sealed interface Words {

    /// The tray and the pile.
    ///
    /// @param books how many lie there
    /// @param title of the one book it is about
    record Pile(
        HandPicture.Scene scene,
        int books,
        Optional<Stamp.Words> stamp,
        Optional<String> title,
        String head,
        String line)
        implements Words {}

    /// Where returned items go.
    record Places(List<PlaceWords> places) implements Words {
      public Places {
        places = List.copyOf(places);
      }
    }
  }

  public record PlaceWords(Sign.Words sign, String name, String line) {}

  public HandBox(Type type, Words words) {
    Heard.as(Heard.Kind.HAND, this);
    getStyleClass().add("hand");
    switch (words) {
      case Words.Pile pile -> getChildren().add(pile(type, pile));
      case Words.Places places -> getChildren().add(places(type, places));
    }
    setMinHeight(USE_PREF_SIZE);
  }

  private static HBox pile(Type type, Words.Pile words) {
    HBox row = Box.row(24);
    row.getChildren().add(HandPicture.pile(words.scene(), words.books(), 0.83));
    VBox text = Box.column(6);
    words.stamp().ifPresent(stamp -> text.getChildren().add(Box.row(0, new Stamp(type, stamp))));
    words
        .title()
        .ifPresent(title -> text.getChildren().add(type.title(title, Tokens.LIVE - 450, 2)));
    if (!words.head().isBlank()) {
      text.getChildren().add(type.head(words.head()));
    }
    if (!words.line().isBlank()) {
      text.getChildren().add(type.body(words.line()));
    }
    text.setAlignment(Pos.CENTER_LEFT);
    row.getChildren().add(Box.grow(text));
    return Box.padded(row, 16, 24, 16, 16);
  }

  private static VBox places(Type type, Words.Places words) {
    boolean returned = has(words, "A");
    boolean reserved = has(words, "B");
    HBox names = Box.row(24);
    int count = words.places().size();
    double cell = Math.floor((Tokens.LIVE - 48 - 24.0 * (count - 1)) / count);
    for (PlaceWords place : words.places()) {
      VBox text = Box.column(0, type.head(place.name()), type.body(place.line()));
      HBox one = Box.row(20, new Sign(type, place.sign()), wide(text, cell - 96));
      names.getChildren().add(wide(one, cell));
    }
    VBox column = Box.column(8);
    if (returned || reserved) {
      HBox picture = Box.row(0, Pictures.places(returned, reserved));
      picture.setAlignment(Pos.CENTER);
      column.getChildren().add(picture);
    }
    column.getChildren().add(names);
    return Box.padded(column, 16, 20, 16, 20);
  }

  private static <R extends Region> R wide(R region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
    return region;
  }

  private static boolean has(Words.Places words, String letter) {
    return words.places().stream().anyMatch(place -> place.sign().letter().equals(letter));
  }
}
