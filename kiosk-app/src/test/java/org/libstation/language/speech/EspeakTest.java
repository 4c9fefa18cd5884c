package org.libstation.language.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.Language;
import org.libstation.testkit.Needs;

/// The real engine of the system speaks into a file.
class EspeakTest {
  private static final SpeechStyle USUAL = new SpeechStyle(3, false);
  private static final Map<Language, String> SHORT =
      Map.of(Language.ZH_HANT_HK, "十元五角", Language.ZH_HANS, "十元五角", Language.EN, "ten dollars");
  private static final Map<Language, String> LONG =
      Map.of(
          Language.ZH_HANT_HK, "已借出三本，十二月八日，星期二到期。十元五角",
          Language.ZH_HANS, "已借出三本，十二月八日，星期二到期。十元五角",
          Language.EN, "three books lent, due Tuesday the eighth of December. ten dollars");

  @TempDir private Path out = Path.of("");

  @Test
  void it_speaks_three_languages_longer_for_more_words_and_slower_when_asked() throws Exception {
    Needs.programs("espeak-ng");
    for (Language language : Language.values()) {
      double brief = seconds(language, SHORT.getOrDefault(language, ""), USUAL);
      double much = seconds(language, LONG.getOrDefault(language, ""), USUAL);
      double slow = seconds(language, LONG.getOrDefault(language, ""), new SpeechStyle(3, true));
      assertThat(brief).as(language.tag()).isGreaterThan(0.4);
      assertThat(much).as(language.tag()).isGreaterThan(2 * brief);
      assertThat(slow).as(language.tag()).isGreaterThan(1.15 * much);
    }
  }

  @Test
  void a_greater_volume_is_louder() throws Exception {
    Needs.programs("espeak-ng");
    assertThat(loudest(new SpeechStyle(5, false)))
        .isGreaterThan(2 * loudest(new SpeechStyle(1, false)));
  }

  @Test
  void the_words_never_stand_on_a_command_line() throws Exception {
    Path args = out.resolve("args");
    Path program = out.resolve("espeak-ng");
    Files.writeString(
        program, "#!/bin/sh\necho \"$@\" > " + args + "\ncat > " + out.resolve("in") + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    EspeakEngine engine = new EspeakEngine(program.toString(), Optional.empty());
    assertThat(engine.say(new Spoken(Language.EN, "The title"), USUAL, () -> false)).isTrue();
    assertThat(Files.readString(args)).contains("-v en-gb").doesNotContain("title");
    assertThat(Files.readString(out.resolve("in"))).isEqualTo("The title\n");
  }

  @Test
  void stopping_ends_it_in_the_middle_of_a_word_and_a_stop_before_it_began_counts()
      throws Exception {
    Path program = out.resolve("slow-engine");
    Path began = out.resolve("began");
    Files.writeString(program, "#!/bin/sh\ntouch " + began + "\nexec sleep 60\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    EspeakEngine engine = new EspeakEngine(program.toString(), Optional.empty());
    assertThat(engine.say(new Spoken(Language.EN, "one"), USUAL, () -> true)).isTrue();
    assertThat(began).doesNotExist();
    try (SpeechQueue queue = new SpeechQueue(engine, () -> Speech.Listeners.ONE)) {
      queue.say(List.of(Utterance.open(List.of(new Spoken(Language.EN, "two")))), USUAL);
      org.awaitility.Awaitility.await().until(() -> Files.exists(began));
      queue.hush();
      org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(3)).until(queue::quiet);
    }
  }

  @Test
  void without_its_program_it_says_what_to_install_and_speaks_nothing() throws Exception {
    EspeakEngine engine = new EspeakEngine("/nowhere/espeak-ng", Optional.empty());
    assertThat(engine.trouble()).hasValueSatisfying(why -> assertThat(why).contains("apt-get"));
    assertThat(engine.say(new Spoken(Language.EN, "one"), USUAL, () -> false)).isFalse();
  }

  @Test
  void with_its_program_it_says_its_version() {
    Needs.programs("espeak-ng");
    EspeakEngine engine = new EspeakEngine("espeak-ng", Optional.empty());
    assertThat(engine.trouble()).isEmpty();
    assertThat(engine.name()).contains("eSpeak NG").doesNotContain("/usr");
  }

  private double seconds(Language language, String words, SpeechStyle manner) throws Exception {
    try (AudioInputStream wav = AudioSystem.getAudioInputStream(spoken(language, words, manner))) {
      return wav.getFrameLength() / wav.getFormat().getFrameRate();
    }
  }

  private int loudest(SpeechStyle manner) throws Exception {
    try (AudioInputStream wav =
        AudioSystem.getAudioInputStream(spoken(Language.EN, "ten dollars", manner))) {
      byte[] bytes = wav.readAllBytes();
      int most = 0;
      for (int at = 0; at + 1 < bytes.length; at += 2) {
        most = Math.max(most, Math.abs((bytes[at + 1] << 8) | (bytes[at] & 0xFF)));
      }
      return most;
    }
  }

  private final Map<String, Integer> numbers = new HashMap<>();

  private java.io.File spoken(Language language, String words, SpeechStyle manner)
      throws Exception {
    Path wav = out.resolve("said-" + numbers.merge("", 1, Integer::sum) + ".wav");
    EspeakEngine engine = new EspeakEngine("espeak-ng", Optional.of(wav));
    assertThat(engine.say(new Spoken(language, words), manner, () -> false)).isTrue();
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).contains(wav);
    }
    return wav.toFile();
  }
}
