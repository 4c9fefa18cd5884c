package org.libstation.language.speech;

import java.util.List;

/// What can be spoken into. No call waits for a word to be said; any thread.
public interface Speech {

  /// Who hears it.
  enum Listeners {
    /// The person in front alone, by headphone.
    ONE,
    /// Everybody: nothing personal is said.
    ALL,
    /// Nobody yet: a headphone must be plugged in first.
    NONE
  }

  /// Queues behind what waits. Of a newer word about a thing the older one, unsaid, is dropped.
  void say(List<Utterance> sentences, SpeechStyle manner);

  /// Stops in the middle of a word, and drops what waits.
  void hush();

  /// Who hears it now.
  Listeners listeners();

  /// Says nothing.
  Speech SILENT =
      new Speech() {
        @Override
        public void say(List<Utterance> sentences, SpeechStyle manner) {}

        @Override
        public void hush() {}

        @Override
        public Listeners listeners() {
          return Listeners.NONE;
        }
      };
}
