package org.libstation.screen.kit.look;

import org.libstation.flow.state.Access;

/// Text steps that limit a rule of a layout: the last step at which it holds, or the first.
final class Steps {
  /// First step of large text, which shows one row at a time.
  static final int LARGE = 3;

  /// No limit: every text step.
  static final int ANY = Access.MOST_TEXT_STEPS;

  /// First step of a rule that never holds.
  static final int NEVER = ANY + 1;

  private Steps() {}
}
