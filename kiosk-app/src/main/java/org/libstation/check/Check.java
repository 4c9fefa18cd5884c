package org.libstation.check;

import java.time.Duration;

/// One thing that can be looked at. It changes nothing that a patron could notice afterwards.
public interface Check {

  /// Short and stable; its name stands in the text files under `check.ID`.
  String id();

  /// How long it may take; it is interrupted then.
  Duration limit();

  /// Looks. An interrupt ends it as soon as can be.
  Verdict run() throws InterruptedException;

  /// Tries to mend what was found.
  ///
  /// @return whether something was changed; the check is then run again to see what it helped
  default boolean fix(Finding finding) {
    return false;
  }
}
