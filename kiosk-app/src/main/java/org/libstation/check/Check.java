package org.libstation.check;

import java.time.Duration;

/// A check of one part of the station. It has no effect that a patron could notice afterwards.
public interface Check {

  /// Short and stable; the text files have its name under `check.ID`.
  String id();

  /// Time limit; the check is interrupted after it.
  Duration limit();

  /// Runs the check. An interrupt ends it as soon as possible.
  Verdict run() throws InterruptedException;

  /// Tries to mend a finding.
  ///
  /// @return whether anything was changed; the check is then run again to see the effect
  default boolean fix(Finding finding) {
    return false;
  }
}
