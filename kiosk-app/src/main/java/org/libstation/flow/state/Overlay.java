package org.libstation.flow.state;

import java.time.Duration;
import java.util.Optional;

/// An overlay is a sheet that lies over the screen. The idle clock runs under it too.
public sealed interface Overlay {

  /// Asks whether the person is still there.
  ///
  /// @param secondsLeft counts down to 0
  /// @param extensionsLeft how often it can still be answered
  record IdleWarning(int secondsLeft, int extensionsLeft) implements Overlay {}

  /// Asks whether to leave at all.
  ///
  /// @param openMatters rows that need the person's hand
  record ConfirmLeave(int openMatters) implements Overlay {}

  /// Says how to ask a librarian. What it says of the place is the site's.
  ///
  /// @param code to be quoted: of the last problem that stands in this session
  /// @param until monotonic; then it closes by itself
  record Help(Optional<Code> code, Duration until) implements Overlay {}

  /// What is kept of a reader, and how long.
  ///
  /// @param until monotonic; then it closes by itself
  record Privacy(Duration until) implements Overlay {}

  /// Nobody was here for a while, and the screen is black. Any sign of life lights it.
  record Dark() implements Overlay {}
}
