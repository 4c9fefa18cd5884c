package org.libstation.screen.kit.look;

import org.libstation.flow.state.Access;

/// Text steps that a decision is described with: up to which something is so, or from which.
final class Steps {
  /// The first step at which one row is shown at a time.
  static final int LARGE = 3;

  /// As large as the screen's own.
  static final int ANY = Access.MOST_TEXT_STEPS;

  /// From none.
  static final int NEVER = ANY + 1;

  private Steps() {}
}
