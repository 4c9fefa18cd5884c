package org.libstation.flow.state;

import java.time.Duration;
import java.util.Optional;

/// A sheet that lies over the screen. The idle timer runs under it too.
public sealed interface Overlay {

  /// Asks whether the person is still there.
  ///
  /// @param secondsLeft counts down to 0
  /// @param extensionsLeft how often the person can still answer it
  record IdleWarning(int secondsLeft, int extensionsLeft) implements Overlay {}

  /// Asks the person to confirm that they want to leave.
  ///
  /// @param openMatters number of rows that still need the person's hand
  record ConfirmLeave(int openMatters) implements Overlay {}

  /// Explains how to ask a librarian. The site's settings say where help is.
  ///
  /// @param code the code to quote: that of the last problem still shown in this session
  /// @param until monotonic; the sheet then closes by itself
  record Help(Optional<Code> code, Duration until) implements Overlay {}

  /// Explains which data of a patron are kept, and for how long.
  ///
  /// @param until monotonic; the sheet then closes by itself
  record Privacy(Duration until) implements Overlay {}

  /// The black screen after a while without anybody. Any sign of a person lights it again.
  record Dark() implements Overlay {}
}
