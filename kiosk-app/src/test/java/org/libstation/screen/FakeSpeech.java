package org.libstation.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.libstation.language.speech.Speech;
import org.libstation.language.speech.SpeechStyle;
import org.libstation.language.speech.Spoken;
import org.libstation.language.speech.Utterance;

/// Hears everything at once.
final class FakeSpeech implements Speech {
  final List<Utterance> said = new ArrayList<>();
  Listeners listeners = Listeners.ONE;
  SpeechStyle manner = new SpeechStyle(3, false);
  int hushed;

  @Override
  public void say(List<Utterance> sentences, SpeechStyle how) {
    said.addAll(sentences);
    manner = how;
  }

  @Override
  public void hush() {
    hushed++;
  }

  @Override
  public Listeners listeners() {
    return listeners;
  }

  List<String> words() {
    return said.stream()
        .map(
            sentence ->
                sentence.pieces().stream().map(Spoken::words).collect(Collectors.joining(" ")))
        .toList();
  }

  /// All of it, and none of it any more.
  String heard() {
    String all = String.join("\n", words());
    said.clear();
    return all;
  }
}
