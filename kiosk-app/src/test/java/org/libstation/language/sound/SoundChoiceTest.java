package org.libstation.language.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Sound;
import org.libstation.language.sound.SoundChoice.SoundUse;

/// Eight meanings, eight sounds, one at a time.
class SoundChoiceTest {
  private long nanos;
  private final SoundChoice choice = new SoundChoice(() -> nanos);

  @Test
  void of_several_within_300_ms_the_most_serious_is_heard() {
    assertThat(choice.of(Sound.LENT)).isEqualTo(SoundUse.PLAY);
    assertThat(choice.of(Sound.SEEN)).isEqualTo(SoundUse.LEAVE_OUT);
    assertThat(choice.of(Sound.LENT)).isEqualTo(SoundUse.LEAVE_OUT);
    assertThat(choice.of(Sound.NOT_POSSIBLE)).isEqualTo(SoundUse.INSTEAD);
    assertThat(choice.of(Sound.NEEDS_HAND)).isEqualTo(SoundUse.LEAVE_OUT);
    assertThat(choice.of(Sound.FAULT)).isEqualTo(SoundUse.INSTEAD);
    nanos += Duration.ofMillis(299).toNanos();
    assertThat(choice.of(Sound.LENT)).isEqualTo(SoundUse.LEAVE_OUT);
    nanos += Duration.ofMillis(1).toNanos();
    assertThat(choice.of(Sound.SEEN)).isEqualTo(SoundUse.PLAY);
  }

  @Test
  void no_two_meanings_sound_alike_and_none_lasts_three_seconds() {
    Set<List<Tones.Note>> different = new HashSet<>();
    for (Sound sound : Sound.values()) {
      List<Tones.Note> notes = Tones.notes(sound);
      assertThat(different.add(notes)).as(sound.name()).isTrue();
      assertThat(notes.stream().mapToInt(Tones.Note::milliseconds).sum()).isLessThan(3_000);
    }
  }

  @Test
  void beside_speech_it_is_half_as_loud() {
    for (Sound sound : Sound.values()) {
      for (Tones.Note note : Tones.notes(sound)) {
        int usual = loudest(Tones.samples(note, 0.25));
        int beside = loudest(Tones.samples(note, 0.125));
        assertThat(beside).as(sound.name()).isBetween(usual / 2 - 2, usual / 2 + 2);
      }
    }
  }

  private static int loudest(byte[] samples) {
    int most = 0;
    for (int at = 0; at < samples.length; at += 2) {
      most = Math.max(most, Math.abs((samples[at + 1] << 8) | (samples[at] & 0xFF)));
    }
    return most;
  }
}
