package org.libstation.flow;

/// A sheet over the screen. The idle clock runs under it too.
public sealed interface Overlay {

  /// Are you still there?
  ///
  /// @param secondsLeft counts down to 0
  /// @param extensionsLeft how often it can still be answered
  record IdleWarning(int secondsLeft, int extensionsLeft) implements Overlay {}

  /// Really leave?
  ///
  /// @param openMatters rows that need the person's hand
  record ConfirmLeave(int openMatters) implements Overlay {}
}
