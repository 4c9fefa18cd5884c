package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.HandPicture;

/// The hand area in the low layout: between the middle and the keys, or beside a heading.
final class HandStrip {
  /// Scale of the picture beside a heading.
  private static final double PICTURE = 0.34;

  /// Scales of the picture below the middle, largest first.
  private static final List<Double> PICTURES = List.of(0.9, 0.75, 0.6, 0.48, 0.34);

  /// Scales of the picture of the places.
  private static final List<Double> PLACES = List.of(0.6, 0.48, 0.36);

  /// Scale of the picture if a row needs the room.
  private static final double LOW = 0.17;

  /// Scale of the places in one line.
  private static final double LOW_PLACES = 0.22;

  private static final double SIDES = 20;
  private static final double APART = 24;

  /// Edges of the area together.
  private static final double EDGES = 8;

  private HandStrip() {}

  /// Area as large as the room between the middle and the keys allows. The picture grows first,
  /// then the words beside it.
  static GrowingHand growing(Type type, HandBox.HandBoxWords words) {
    List<Supplier<? extends Region>> sizes = new ArrayList<>();
    return switch (words) {
      case HandBox.HandBoxWords.PileWords pile -> {
        if (HandBox.hasStills(type, pile)) {
          steps(type).forEach(written -> sizes.add(() -> HandBox.of(written, pile)));
        }
        for (boolean whole : new boolean[] {true, false}) {
          for (double scale : PICTURES) {
            steps(type).forEach(written -> sizes.add(() -> of(written, pile, whole, scale)));
          }
        }
        yield new GrowingHand(low(type, pile, type.look().list()), sizes, false);
      }
      case HandBox.HandBoxWords.DestinationWords places -> {
        steps(type).forEach(written -> sizes.add(() -> HandBox.of(written, words)));
        for (double scale : PLACES) {
          steps(type).forEach(written -> sizes.add(() -> of(written, places, scale)));
        }
        steps(type).forEach(written -> sizes.add(() -> HandBox.wordsOnly(written, words)));
        yield new GrowingHand(HandBox.wordsOnly(type.atStep(1), words), sizes, false);
      }
    };
  }

  /// Draws the places, with their names beside them.
  private static HandBox of(
      Type written, HandBox.HandBoxWords.DestinationWords words, double scale) {
    VBox said = Box.column(0);
    Box.add(said, words.head().map(written::strong));
    for (HandBox.PlaceWords place : words.places()) {
      Writing name = written.note(true, place.name());
      Box.add(said, Box.row(12, PlaceSign.inLine(written, place.sign()), Box.grow(name)));
    }
    said.setAlignment(Pos.CENTER_LEFT);
    HBox row = Box.row(APART, HandBox.picture(words, scale), Box.grow(said));
    return new HandBox(Box.padded(row, 6, SIDES, 6, SIDES));
  }

  private static List<Type> steps(Type type) {
    return IntStream.iterate(type.look().step(), step -> step >= 2, step -> step - 1)
        .mapToObj(type::atStep)
        .toList();
  }

  /// Returns an area beside a heading, at most `high` px high, so that the parts below keep their
  /// room.
  static HandBox beside(Type type, HandBox.HandBoxWords words, double width, double high) {
    Type small = type.atStep(1);
    List<Supplier<HandBox>> sizes =
        switch (words) {
          case HandBox.HandBoxWords.PileWords pile ->
              List.of(
                  () -> of(type.atStep(2), pile, true, PICTURE),
                  () -> of(type.atStep(2), pile, false, PICTURE),
                  () -> of(small, pile, false, PICTURE),
                  () -> low(type, pile, width));
          case HandBox.HandBoxWords.DestinationWords places ->
              List.of(
                  () -> of(small, places, PICTURE),
                  () -> low(small, places, width, true),
                  () -> low(small, places, width, false));
        };
    HandBox strip =
        sizes.stream()
            .map(Supplier::get)
            .filter(each -> each.prefHeight(width) + 3 * EDGES <= high)
            .findFirst()
            .orElseGet(() -> sizes.getLast().get());
    return Box.wide(strip, width);
  }

  /// Draws the places in one line.
  private static HandBox low(
      Type written, HandBox.HandBoxWords.DestinationWords words, double width, boolean pictured) {
    HBox row = Box.row(APART);
    if (pictured) {
      Box.add(row, HandBox.picture(words, LOW_PLACES));
    }
    for (HandBox.PlaceWords place : words.places()) {
      Writing name = written.note(true, place.name()).oneLine();
      Box.add(row, Box.row(8, PlaceSign.inLine(written, place.sign()), name));
    }
    HandBox box = new HandBox(Box.padded(row, 2, SIDES, 2, SIDES));
    return pictured && row.prefWidth(-1) > width - 2 * (SIDES + EDGES)
        ? low(written, words, width, false)
        : box;
  }

  /// Draws the picture, and beside it what to do.
  private static HandBox of(
      Type written, HandBox.HandBoxWords.PileWords words, boolean whole, double scale) {
    VBox said = Box.column(0);
    Box.add(said, words.stamp().map(stamp -> written.strong(stamp.head())));
    Box.add(said, matter(written, words));
    if (whole && !words.line().isBlank()) {
      Box.add(said, written.note(false, words.line()));
    }
    said.setAlignment(Pos.CENTER_LEFT);
    HBox row =
        Box.row(
            APART,
            HandPicture.pile(words.scene(), words.covers(), words.held(), scale),
            Box.grow(said));
    return new HandBox(Box.padded(row, 6, SIDES, 6, SIDES));
  }

  /// Draws picture and words in one line, if the row needs the room.
  private static HandBox low(Type type, HandBox.HandBoxWords.PileWords words, double width) {
    Type written = type.atStep(1);
    HBox row = Box.row(APART, HandPicture.pile(words.scene(), words.covers(), words.held(), LOW));
    Box.add(row, words.stamp().map(stamp -> written.strong(stamp.head()).oneLine()));
    Box.add(row, matter(written, words).map(Writing::oneLine));
    Writing line = written.note(false, words.line()).oneLine();
    double room = width - 2 * (SIDES + EDGES);
    if (!words.line().isBlank() && row.prefWidth(-1) + APART + line.prefWidth(-1) <= room) {
      Box.add(row, line);
    }
    return new HandBox(Box.padded(row, 2, SIDES, 2, SIDES));
  }

  /// Returns what to do, or the title of the book that it is about.
  private static Optional<Writing> matter(Type type, HandBox.HandBoxWords.PileWords words) {
    return words.head().isBlank()
        ? words.title().map(title -> type.title(title, type.look().aside() / 2, 1))
        : Optional.of(type.strong(words.head()));
  }
}
