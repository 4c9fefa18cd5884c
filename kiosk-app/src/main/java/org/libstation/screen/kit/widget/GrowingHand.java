package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.picture.Drawing;
import org.libstation.screen.kit.picture.HandPicture;
import org.libstation.screen.kit.picture.Pictures;

/// The hand picture in the room that the rows leave. It is low while many rows are open. If half of
/// the stage would be blank, its picture stands over its words. It stands at the foot of its room
/// or fills it.
public final class GrowingHand extends Region implements GivesRoom {
  /// Most that the largest form may be stretched in height; the others change in steps.
  private static final double STRETCH = 1.25;

  /// Scales of the picture over the words, largest first.
  private static final List<Double> TALL = List.of(2.0, 1.6, 1.25);

  /// The same if nothing else is on a stage.
  private static final List<Double> ALONE = List.of(2.0, 1.6, 1.25, 1.0, 0.75);

  /// Width of the box as a multiple of the picture's greatest width.
  private static final double PICTURE_PARTS = 1.1;

  private final Region least;
  private final List<Supplier<? extends Region>> larger;
  private final boolean whole;

  /// Forms drawn so far, as many as were tried.
  private final List<Region> made = new ArrayList<>();

  /// @param larger larger forms, largest first; each is drawn when it is first tried
  /// @param whole whether it fills all of its room
  GrowingHand(Region least, List<Supplier<? extends Region>> larger, boolean whole) {
    this.least = least;
    this.larger = List.copyOf(larger);
    this.whole = whole;
    getChildren().add(least);
    setMinHeight(0);
  }

  /// Returns a hand picture for the room that a stage leaves it.
  public static GrowingHand of(Type type, HandBox.HandBoxWords words) {
    return growing(type, words, type.look().aside(), TALL, false);
  }

  /// Returns a hand picture that fills the list's place on a lying panel if nothing else is there.
  static GrowingHand alone(Type type, HandBox.HandBoxWords words) {
    return growing(type, words, type.look().list(), ALONE, true);
  }

  private static GrowingHand growing(
      Type type, HandBox.HandBoxWords words, double width, List<Double> scales, boolean whole) {
    List<Supplier<? extends Region>> larger = new ArrayList<>();
    if (whole && HandBox.hasStills(type, words)) {
      larger.add(() -> HandBox.boxed(HandBox.row(type, words, width, true, true)));
    }
    for (double scale : scales) {
      larger.add(() -> tall(type, words, scale, width));
    }
    larger.add(() -> HandBox.boxed(HandBox.row(type, words, width, true, false)));
    return new GrowingHand(
        switch (words) {
          case HandBox.HandBoxWords.PileWords pile -> HandBox.boxed(HandBox.low(type, pile, width));
          case HandBox.HandBoxWords.DestinationWords _ ->
              HandBox.boxed(HandBox.row(type, words, width, false, false));
        },
        larger,
        whole);
  }

  /// Draws the picture over the words.
  private static HandBox tall(Type type, HandBox.HandBoxWords words, double scale, double width) {
    double inside = HandBox.inside(type, width);
    double most = inside / PICTURE_PARTS;
    Drawing picture =
        switch (words) {
          case HandBox.HandBoxWords.PileWords pile ->
              HandPicture.pile(
                  pile.scene(),
                  pile.covers(),
                  pile.held(),
                  Math.min(scale, most / HandPicture.WIDTH));
          case HandBox.HandBoxWords.DestinationWords places ->
              HandBox.picture(
                  places,
                  Math.min(scale, most / (Pictures.PLACE * Math.max(1, places.places().size()))));
        };
    VBox column = Box.column(12, picture);
    switch (words) {
      case HandBox.HandBoxWords.PileWords pile -> {
        Box.add(column, pile.stamp().map(stamp -> HandBox.middle(new Stamp(type, stamp))));
        Box.add(column, pile.title().map(title -> HandBox.middle(type.title(title, inside, 1))));
        if (!pile.head().isBlank()) {
          Box.add(column, type.h2(pile.head()).centred());
        }
        if (!pile.line().isBlank()) {
          Box.add(column, type.body(pile.line()).centred());
        }
      }
      case HandBox.HandBoxWords.DestinationWords places -> {
        Box.add(column, places.head().map(head -> type.h2(head).centred()));
        Box.add(column, HandBox.names(type, places, width, true));
      }
    }
    column.setAlignment(Pos.CENTER);
    return HandBox.boxed(Box.padded(column, 16, 24, 20, 24));
  }

  @Override
  public double least(double width) {
    return Math.ceil(least.prefHeight(width));
  }

  @Override
  protected double computePrefHeight(double width) {
    return least(width);
  }

  @Override
  protected void layoutChildren() {
    Region shown = fitting();
    least.setVisible(shown.equals(least));
    made.forEach(form -> form.setVisible(form.equals(shown)));
    double most = shown.equals(made.getFirst()) ? STRETCH : 1;
    double high = whole ? getHeight() : Math.ceil(shown.prefHeight(getWidth()) * most);
    double height = Math.min(getHeight(), high);
    shown.resizeRelocate(0, getHeight() - height, getWidth(), height);
  }

  /// Largest form that fits.
  private Region fitting() {
    for (int at = 0; at < larger.size(); at++) {
      if (at == made.size()) {
        Region form = larger.get(at).get();
        made.add(form);
        getChildren().add(form);
        form.applyCss();
      }
      if (made.get(at).prefHeight(getWidth()) <= getHeight()) {
        return made.get(at);
      }
    }
    return least;
  }
}
