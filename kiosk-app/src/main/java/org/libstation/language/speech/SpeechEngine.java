package org.libstation.language.speech;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Speaks words. One thread calls [#say]; any thread may call [#stop].
public interface SpeechEngine {

  /// Speaks words; returns when they were spoken, were stopped, or cannot be spoken.
  ///
  /// @param stopped whether the words are no longer wanted; last asked when a later [#stop] surely
  ///   takes effect
  /// @return false if the engine failed
  boolean say(Spoken words, SpeechStyle manner, BooleanSupplier stopped)
      throws InterruptedException;

  /// Ends the present words at once.
  void stop();

  /// Checks the engine, for the technician.
  ///
  /// @return why it cannot speak; empty if it can
  Optional<String> trouble();

  /// Returns name and version of the engine.
  String name();
}
