package org.libstation.screen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;
import org.libstation.flow.state.FlowState;

/// Draws the screens of a visit once, invisibly, while nobody is at the station. The first patron
/// then need not wait for classes, styles or letters that were never drawn. Use it on the FX
/// thread.
public final class WarmUpStage {
  /// Shortest rest between two drawings, so that an arriving patron is served. After a longer
  /// drawing the rest is as long as the drawing. A slow machine thus keeps half of its time for
  /// patrons.
  private static final Duration LEAST_REST = Duration.millis(200);

  /// After a drawing this long no other is drawn. On such a machine warming up helps little, and a
  /// patron would wait for it.
  private static final Duration TOO_LONG = Duration.seconds(3);

  private final ScreenHost host;
  private final Scene scene;
  private final BooleanSupplier nobody;
  private final Deque<FlowState> left;
  private final WritableImage paper;

  /// @param host used for nothing else
  /// @param nobody whether the station is free at this moment
  public WarmUpStage(
      ScreenHost host,
      double width,
      double height,
      List<FlowState> states,
      BooleanSupplier nobody) {
    this.host = host;
    this.scene = new Scene(host, width, height);
    this.nobody = nobody;
    this.left = new ArrayDeque<>(states);
    this.paper = new WritableImage((int) width, (int) height);
  }

  /// Starts to draw; it ends by itself.
  ///
  /// @param after called at the end
  public void begin(Runnable after) {
    turn(LEAST_REST, after);
  }

  private void turn(Duration rest, Runnable after) {
    PauseTransition pause = new PauseTransition(rest);
    pause.setOnFinished(
        _ -> {
          long began = System.nanoTime();
          boolean more = next();
          Duration took = Duration.millis((System.nanoTime() - began) / 1e6);
          if (more) {
            drew(took);
            turn(restAfter(took), after);
          } else {
            after.run();
          }
        });
    pause.play();
  }

  /// Ends the work if a drawing took too long.
  ///
  /// @param took duration of the drawing
  void drew(Duration took) {
    if (took.greaterThan(TOO_LONG)) {
      left.clear();
    }
  }

  /// Returns the rest after a drawing.
  ///
  /// @param took duration of the drawing
  static Duration restAfter(Duration took) {
    return took.greaterThan(LEAST_REST) ? took : LEAST_REST;
  }

  /// Draws the next state if nobody is at the station. After the last state the screen is cleared.
  ///
  /// @return whether anything is left to do
  boolean next() {
    if (left.isEmpty()) {
      host.clear();
      return false;
    }
    if (nobody.getAsBoolean()) {
      host.show(left.remove());
      scene.snapshot(paper);
    }
    return true;
  }
}
