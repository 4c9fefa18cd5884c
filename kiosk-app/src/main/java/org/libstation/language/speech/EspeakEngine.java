package org.libstation.language.speech;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Speaks by eSpeak NG (Debian's `espeak-ng`, 1.52) with its voices `yue`, `cmn` and `en-gb`.
/// Options by its manual page: `-v` voice, `-s` words a minute (default 175), `-a` amplitude 0 to
/// 200 (default 100), `-b 1` text in UTF-8, `--stdin` reads all of it as one text.
public final class EspeakEngine extends ProcessEngine {
  private static final int USUAL = 165;
  private static final int SLOW = 120;
  private static final int LOUDNESS = 40;

  private final Optional<Path> file;

  /// @param program name or path
  /// @param file WAV file to write instead of speaking; empty = speak
  public EspeakEngine(String program, Optional<Path> file) {
    super(program, "espeak-ng");
    this.file = file;
  }

  @Override
  List<String> command(String program, Spoken words, SpeechStyle manner) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program,
                "-v",
                words.language().espeakVoice(),
                "-s",
                Integer.toString(manner.slow() ? SLOW : USUAL),
                "-a",
                Integer.toString(manner.volume() * LOUDNESS),
                "-b",
                "1",
                "--stdin"));
    file.ifPresent(wav -> command.addAll(List.of("-w", wav.toString())));
    return command;
  }
}
