package org.libstation.language.speech;

import java.util.List;

/// Accepts sentences to be spoken. No call waits for speech; any thread may call.
public interface Speech {

  /// Who can hear the speech.
  enum Listeners {
    /// Only the patron, by headphone.
    ONE,
    /// Everybody, so nothing personal is spoken.
    ALL,
    /// Nobody: a headphone must be plugged in first.
    NONE
  }

  /// Adds sentences to the queue. A newer one about a thing replaces an older one that was not
  /// spoken yet.
  void say(List<Utterance> sentences, SpeechStyle manner);

  /// Stops at once, even within a word, and drops all waiting sentences.
  void hush();

  /// Returns who can hear now.
  Listeners listeners();

  /// Speaks nothing.
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
