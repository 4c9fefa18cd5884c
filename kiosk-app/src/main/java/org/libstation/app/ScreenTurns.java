package org.libstation.app;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javafx.application.Platform;

/// The turns of the FX thread, which is asked for an answer at each look.
final class ScreenTurns implements LongSupplier {
  private final AtomicLong answers = new AtomicLong();
  private final AtomicBoolean asked = new AtomicBoolean();

  @Override
  public long getAsLong() {
    if (asked.compareAndSet(false, true)) {
      Platform.runLater(
          () -> {
            answers.incrementAndGet();
            asked.set(false);
          });
    }
    return answers.get();
  }
}
