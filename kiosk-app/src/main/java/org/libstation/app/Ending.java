package org.libstation.app;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/// Whether the program is being ended in order. Its devices fall silent then, one after the other,
/// and nothing is wrong: what the flow says of it is told to nobody.
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
