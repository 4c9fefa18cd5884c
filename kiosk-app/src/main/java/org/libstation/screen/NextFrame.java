package org.libstation.screen;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/// Runs an action once the present content of a scene is visible. JavaFX draws frames outside the
/// FX thread, and the first frame of a program takes long. Until then a person cannot touch what
/// was asked for. Use it on the FX thread.
final class NextFrame implements Runnable {
  private final Scene scene;
  private final Runnable then;

  private NextFrame(Scene scene, Runnable then) {
    this.scene = scene;
    this.then = then;
  }

  /// Runs an action after the next frame.
  ///
  /// @param scene of a visible window
  static void then(Scene scene, Runnable then) {
    scene.addPostLayoutPulseListener(new NextFrame(scene, then));
    Platform.requestNextPulse();
  }

  /// Called when the scene is laid out. The frame goes to the drawing thread when this pulse ends.
  @Override
  public void run() {
    scene.removePostLayoutPulseListener(this);
    Platform.runLater(this::behindIt);
  }

  /// The drawing thread works in order. When it takes this snapshot, it has drawn the frame before
  /// and handed it to the FX thread for display.
  private void behindIt() {
    Object _ = new Region().snapshot(null, new WritableImage(1, 1));
    Platform.runLater(then);
  }
}
