package org.libstation.flow.state;

import java.util.List;

/// Result of one event: the next state, and the effects to run, in this order.
public record Step(FlowState state, List<Effect> effects) {
  public Step {
    effects = List.copyOf(effects);
  }
}
