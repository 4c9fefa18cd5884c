package org.libstation.screen.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/// The hand picture in the room that the rows leave it: low where many matters are open, with its
/// picture over its words where half of the stage would be blank. It stands at the foot of its
/// room.
final class GrowingHand extends Region implements GivesRoom {
  /// So much higher than it need be the largest may be drawn; the others change in steps.
  private static final double STRETCH = 1.25;

  private final Region least;
  private final List<Supplier<? extends Region>> larger;

  /// Those of them that were needed so far, as many as were tried.
  private final List<Region> made = new ArrayList<>();

  /// @param larger the largest first; each is drawn only when it is tried
  GrowingHand(Region least, List<Supplier<? extends Region>> larger) {
    this.least = least;
    this.larger = List.copyOf(larger);
    getChildren().add(least);
    setMinHeight(0);
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
    double height = Math.min(getHeight(), Math.ceil(shown.prefHeight(getWidth()) * most));
    shown.resizeRelocate(0, getHeight() - height, getWidth(), height);
  }

  /// The largest that has room.
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
