package org.libstation.app;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/// Whether the program is ending in order. Its devices then disconnect one by one, which is no
/// fault, so the flow's reports about it are suppressed.
final class Ending implements ApplicationListener<ContextClosedEvent> {
  private volatile boolean begun;

  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    begun = true;
  }

  boolean begun() {
    return begun;
  }
}
