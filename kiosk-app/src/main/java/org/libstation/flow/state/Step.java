package org.libstation.flow.state;

import java.util.List;

/// A step is what an event came to: the next state, and what is to be done, in this order.
public record Step(FlowState state, List<Effect> effects) {
  public Step {
    effects = List.copyOf(effects);
  }
}
