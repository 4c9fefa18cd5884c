package org.libstation.language.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Language;
import org.libstation.language.speech.Speech.Listeners;

class SpeechQueueTest {
  private static final SpeechStyle USUAL = new SpeechStyle(3, false);

  private final Slow engine = new Slow();
  private volatile Listeners listeners = Listeners.ONE;
  private final SpeechQueue queue = new SpeechQueue(engine, () -> listeners);

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void who_speaks_never_waits_and_it_is_said_in_order() {
    queue.say(List.of(open("one"), open("two")), USUAL);
    queue.say(List.of(open("three")), USUAL);
    engine.let(3);
    await().until(queue::quiet);
    assertThat(engine.said).containsExactly("one", "two", "three");
  }

  @Test
  void hush_ends_the_word_under_way_and_drops_what_waits() {
    queue.say(List.of(open("one"), open("two")), USUAL);
    await().until(() -> engine.began.contains("one"));
    queue.hush();
    await().until(queue::quiet);
    queue.say(List.of(open("three")), USUAL);
    engine.let(1);
    await().until(queue::quiet);
    assertThat(engine.said).containsExactly("three");
    assertThat(engine.began).doesNotContain("two");
  }

  @Test
  void a_sound_waits_for_the_sentence_under_way_and_the_next_sentence_for_the_sound() {
    queue.say(List.of(open("one"), open("two")), USUAL);
    await().until(() -> engine.began.contains("one"));
    queue.between(() -> engine.said.add("a sound that came too early"));
    queue.between(() -> engine.said.add("sound"));
    engine.let(2);
    await().until(queue::quiet);
    assertThat(engine.said).containsExactly("one", "sound", "two");
  }

  @Test
  void where_nothing_is_said_a_sound_is_heard_at_once() {
    queue.between(() -> engine.said.add("sound"));
    await().until(() -> engine.said.contains("sound"));
    queue.forget();
    assertThat(queue.quiet()).isTrue();
  }

  @Test
  void a_sound_is_heard_when_the_sentence_was_cut_short() {
    queue.say(List.of(open("one")), USUAL);
    await().until(() -> engine.began.contains("one"));
    queue.between(() -> engine.said.add("sound"));
    queue.hush();
    await().until(() -> engine.said.contains("sound"));
    assertThat(engine.said).containsExactly("sound");
  }

  @Test
  void a_newer_word_about_a_thing_replaces_one_that_was_not_said() {
    queue.say(List.of(open("under way")), USUAL);
    await().until(() -> engine.began.contains("under way"));
    queue.say(List.of(about("row 1", "asking"), about("row 2", "asking too")), USUAL);
    queue.say(List.of(about("row 1", "lent")), USUAL);
    engine.let(3);
    await().until(queue::quiet);
    assertThat(engine.said).containsExactly("under way", "asking too", "lent");
  }

  @Test
  void what_is_personal_is_not_said_when_the_headphone_was_pulled_meanwhile() {
    queue.say(List.of(open("under way"), personal("The title"), open("a key")), USUAL);
    await().until(() -> engine.began.contains("under way"));
    listeners = Listeners.ALL;
    engine.let(2);
    await().until(queue::quiet);
    assertThat(engine.said).containsExactly("under way", "a key");
  }

  @Test
  void after_forgetting_no_thread_and_no_word_is_left() {
    queue.say(List.of(personal("The title"), personal("Another")), USUAL);
    await().until(() -> engine.began.contains("The title"));
    queue.forget();
    assertThat(queue.quiet()).isTrue();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("speech");
    queue.say(List.of(open("Hello")), USUAL);
    engine.let(1);
    await().until(() -> engine.said.contains("Hello"));
    assertThat(engine.said).containsExactly("Hello");
  }

  @Test
  void no_more_waits_than_a_screen_has() {
    queue.say(List.of(open("under way")), USUAL);
    await().until(() -> engine.began.contains("under way"));
    for (int i = 0; i < SpeechQueue.MOST_WAITING + 50; i++) {
      queue.say(List.of(open("more")), USUAL);
    }
    engine.let(2 * SpeechQueue.MOST_WAITING);
    await().atMost(Duration.ofMinutes(3)).until(queue::quiet);
    assertThat(engine.said).hasSize(SpeechQueue.MOST_WAITING + 1);
  }

  private static Utterance open(String words) {
    return Utterance.open(List.of(new Spoken(Language.EN, words)));
  }

  private static Utterance about(String about, String words) {
    return new Utterance(about, List.of(new Spoken(Language.EN, words)), false);
  }

  private static Utterance personal(String words) {
    return new Utterance("", List.of(new Spoken(Language.EN, words)), true);
  }

  /// Says a word only when it is let, until it is stopped.
  private static final class Slow implements SpeechEngine {
    final List<String> began = new CopyOnWriteArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    private final Semaphore may = new Semaphore(0);
    private volatile boolean stopped;

    void let(int words) {
      may.release(words);
    }

    @Override
    public boolean say(Spoken words, SpeechStyle manner, BooleanSupplier gone)
        throws InterruptedException {
      stopped = false;
      if (gone.getAsBoolean()) {
        return true;
      }
      began.add(words.words());
      while (!stopped) {
        if (may.tryAcquire(10, java.util.concurrent.TimeUnit.MILLISECONDS)) {
          said.add(words.words());
          return true;
        }
      }
      return true;
    }

    @Override
    public void stop() {
      stopped = true;
    }

    @Override
    public Optional<String> trouble() {
      return Optional.empty();
    }

    @Override
    public String name() {
      return "slow";
    }
  }
}
