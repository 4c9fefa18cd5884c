package org.libstation.screen.sheet;

import java.util.List;
import java.util.stream.IntStream;
import org.libstation.screen.kit.words.Voice;

/// Words of the privacy notice.
public record PrivacyWords(
    String head, List<PrivacySection> parts, String back, String on, String close) {
  private static final int PARTS = 6;

  public PrivacyWords {
    parts = List.copyOf(parts);
  }

  /// A section of the notice.
  public record PrivacySection(String head, String line) {}

  static PrivacyWords of(Voice voice) {
    return new PrivacyWords(
        voice.say("privacy.head"),
        IntStream.rangeClosed(1, PARTS)
            .mapToObj(
                number ->
                    new PrivacySection(
                        voice.say("privacy." + number + ".head"),
                        voice.say("privacy." + number + ".line")))
            .toList(),
        voice.say("privacy.back"),
        voice.say("privacy.on"),
        voice.say("privacy.close"));
  }
}
