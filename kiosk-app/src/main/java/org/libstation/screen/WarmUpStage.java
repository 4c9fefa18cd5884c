package org.libstation.screen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;
import org.libstation.flow.state.FlowState;

/// Draws what a visit will show once, out of sight, while nobody is there: the first person then
/// waits for no class, style or letter that was never drawn. On the FX thread.
public final class WarmUpStage {
  /// Between two drawings, so that whoever comes is served in between.
  private static final Duration PAUSE = Duration.millis(200);

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
    Timeline turns = new Timeline();
    turns
        .getKeyFrames()
        .add(
            new KeyFrame(
                PAUSE,
                _ -> {
                  if (!next()) {
                    turns.stop();
                    after.run();
                  }
                }));
    turns.setCycleCount(Timeline.INDEFINITE);
    turns.play();
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
