package org.libstation.language.speech;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Says words aloud. One thread calls [#say]; any thread may call [#stop].
public interface SpeechEngine {

  /// Says it, and returns when it was said, was stopped, or cannot be said.
  ///
  /// @param stopped whether it is not wanted any more; asked last when a later [#stop] is sure to
  ///   reach it
  /// @return false when the engine could not do it
  boolean say(Spoken words, SpeechStyle manner, BooleanSupplier stopped)
      throws InterruptedException;

  /// Ends the words under way at once.
  void stop();

  /// What the technician reads of it.
  ///
  /// @return why it cannot speak; empty when it can
  Optional<String> trouble();

  /// Its name, and what it says of its version.
  String name();
}
