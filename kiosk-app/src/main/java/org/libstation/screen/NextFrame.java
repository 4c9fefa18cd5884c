package org.libstation.screen;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/// Tells when what stands in a scene now is seen. A frame is drawn beside the FX thread, and the
/// first one of a program takes long: a screen that was asked for is not yet one that a person can
/// touch. On the FX thread.
final class NextFrame implements Runnable {
  private final Scene scene;
  private final Runnable then;

  private NextFrame(Scene scene, Runnable then) {
    this.scene = scene;
    this.then = then;
  }

  /// @param scene of a window that shows
  static void then(Scene scene, Runnable then) {
    scene.addPostLayoutPulseListener(new NextFrame(scene, then));
    Platform.requestNextPulse();
  }

  /// What stands there is laid out, and is given to the drawing thread when this pulse ends.
  @Override
  public void run() {
    scene.removePostLayoutPulseListener(this);
    Platform.runLater(this::behindIt);
  }

  /// The drawing thread draws in turn: when it comes to a point of ours it has drawn what was
  /// before, and left it to this thread to be shown.
  private void behindIt() {
    Object _ = new Region().snapshot(null, new WritableImage(1, 1));
    Platform.runLater(then);
  }
}
