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

/// Draws what a visit will show once, out of sight, while nobody is there: the first person then
/// waits for no class, style or letter that was never drawn. On the FX thread.
public final class WarmUpStage {
  /// Between two drawings at least, so that whoever comes is served in between. After one that took
  /// long as long as that one: a slow machine has half of its time for whoever comes.
  private static final Duration LEAST_REST = Duration.millis(200);

  /// On a machine where one drawing takes so long it helps little, and whoever comes meanwhile
  /// would wait for it: no further one is drawn.
  private static final Duration TOO_LONG = Duration.seconds(3);

  private final ScreenHost host;
  private final Scene scene;
  private final BooleanSupplier nobody;
  private final Deque<FlowState> left;
  private final WritableImage paper;

  /// @param host drawn on by nobody else
  /// @param nobody whether nobody is there just now
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

  /// Begins, and ends by itself.
  ///
  /// @param after called then
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

  /// @param took the drawing
  void drew(Duration took) {
    if (took.greaterThan(TOO_LONG)) {
      left.clear();
    }
  }

  /// @param took the drawing before
  static Duration restAfter(Duration took) {
    return took.greaterThan(LEAST_REST) ? took : LEAST_REST;
  }

  /// Draws the next one if nobody is there; at last nothing stays drawn.
  ///
  /// @return whether something is left to do
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
