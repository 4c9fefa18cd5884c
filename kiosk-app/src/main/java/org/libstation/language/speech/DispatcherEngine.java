package org.libstation.language.speech;

import java.io.IOException;
import java.util.List;

/// Speaks by Speech Dispatcher (`spd-say` of Debian's `speech-dispatcher`), with the voices that it
/// finds on the machine. Options by its manual page: `-w` waits until the text was spoken, `-e`
/// reads it from standard input, `-l` language, `-r` rate and `-i` volume from -100 to 100, `-C`
/// cancels.
public final class DispatcherEngine extends ProcessEngine {
  private static final int SLOW = -30;

  public DispatcherEngine() {
    super("spd-say", "speech-dispatcher");
  }

  @Override
  List<String> command(String program, Spoken words, SpeechStyle manner) {
    return List.of(
        program,
        "-w",
        "-e",
        "-l",
        words.language().dispatcherTag(),
        "-r",
        Integer.toString(manner.slow() ? SLOW : 0),
        "-i",
        Integer.toString((manner.volume() - 3) * 40));
  }

  /// Cancels the words, which the dispatcher already has.
  @Override
  void stopped() {
    try {
      new ProcessBuilder("spd-say", "-C")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // It was there a moment ago; the technician's page reports it at the next start.
    }
  }
}
