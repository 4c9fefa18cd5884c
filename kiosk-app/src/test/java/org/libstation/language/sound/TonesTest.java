package org.libstation.language.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Sound;

/// Tones beside speech.
class TonesTest {
  private record Heard(List<Tones.Note> notes, double loudness) {}

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<Runnable> afterSentence = new CopyOnWriteArrayList<>();
  private boolean speaks = true;

  private final Tones tones =
      new Tones(
          sound -> speaks && afterSentence.add(sound),
          (notes, loudness, _) -> heard.add(new Heard(notes, loudness)));

  @AfterEach
  void close() {
    tones.close();
  }

  @Test
  void beside_speech_a_tone_waits_for_the_sentence_and_is_half_as_loud() {
    tones.besideSpeech(true);
    tones.accept(Sound.LENT);
    assertThat(heard).isEmpty();
    afterSentence.forEach(Runnable::run);
    assertThat(heard).containsExactly(new Heard(Tones.notes(Sound.LENT), 0.125));
  }

  @Test
  void of_those_that_wait_the_most_serious_is_heard_once() {
    tones.besideSpeech(true);
    tones.accept(Sound.SEEN);
    tones.accept(Sound.FAULT);
    tones.accept(Sound.NEEDS_HAND);
    afterSentence.forEach(Runnable::run);
    assertThat(heard).extracting(Heard::notes).containsExactly(Tones.notes(Sound.FAULT));
  }

  @Test
  void without_speech_it_is_heard_at_once() {
    tones.accept(Sound.LENT);
    await().until(() -> heard.size() == 1);
    assertThat(heard.getFirst().loudness()).isEqualTo(0.25);
    assertThat(afterSentence).isEmpty();
  }

  @Test
  void a_station_that_cannot_speak_plays_it_itself() {
    speaks = false;
    tones.besideSpeech(true);
    tones.accept(Sound.LENT);
    await().until(() -> heard.size() == 1);
    assertThat(heard.getFirst().loudness()).isEqualTo(0.125);
  }
}
