package org.libstation.language.sound;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Sound;

/// Plays the station's eight sounds as plain tones; a machine without sound stays silent. Of
/// several sounds within 300 ms only the most serious is heard. While the screen is read aloud,
/// tones are half as loud and wait for the end of the sentence. Of those that wait the most serious
/// is heard, and the next sentence waits for it.
public final class Tones implements Consumer<Sound>, AutoCloseable {
  private static final float RATE = 22_050;
  private static final double LOUDNESS = 0.25;
  private static final int FADE = 220;
  private static final int MOST_WAITING = 4;

  /// Speed of fading of a knock, which is over before its pitch is heard.
  private static final double KNOCK_FADES = 90;

  private final ExecutorService player =
      new ThreadPoolExecutor(
          0,
          1,
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().name("sound").daemon().factory());
  private final SoundChoice choice = new SoundChoice(System::nanoTime);
  private final AtomicLong number = new AtomicLong();
  private final Predicate<Runnable> between;
  private final ToneOutput out;

  /// The sound to play after the present sentence.
  private final AtomicReference<@Nullable Sound> waiting = new AtomicReference<>();

  private volatile boolean silent;
  private volatile boolean besideSpeech;

  /// @param between plays something between two sentences; returns false if nothing is read aloud
  ///   here
  /// @param out plays the notes
  public Tones(Predicate<Runnable> between, ToneOutput out) {
    this.between = between;
    this.out = out;
  }

  /// Plays notes; returns when they were heard.
  public interface ToneOutput {
    /// @param loudness 0 to 1
    /// @param wanted asked before each note whether it is still wanted
    /// @return false if this machine has no sound
    boolean play(List<Note> notes, double loudness, BooleanSupplier wanted);
  }

  /// A note.
  ///
  /// @param hertz pitch
  /// @param knock whether it fades at once
  public record Note(int hertz, int milliseconds, boolean knock) {
    /// Returns a note that sounds for its whole time.
    public static Note of(int hertz, int milliseconds) {
      return new Note(hertz, milliseconds, false);
    }
  }

  /// Sets whether the screen is read aloud.
  public void besideSpeech(boolean now) {
    besideSpeech = now;
  }

  @Override
  public void accept(Sound sound) {
    if (silent) {
      return;
    }
    switch (choice.of(sound)) {
      case LEAVE_OUT -> {}
      case PLAY, INSTEAD -> {
        if (besideSpeech) {
          waiting.accumulateAndGet(sound, Tones::moreSerious);
          if (between.test(this::playWaiting)) {
            return;
          }
          waiting.set(null);
        }
        // A sound that still plays ends at its next note.
        long mine = number.incrementAndGet();
        double loudness = besideSpeech ? LOUDNESS / 2 : LOUDNESS;
        try {
          player.execute(() -> play(notes(sound), loudness, mine));
        } catch (RejectedExecutionException _) {
          // The sound card does not keep up: a missing sound is better than a late one.
        }
      }
    }
  }

  private static Sound moreSerious(@Nullable Sound former, @Nullable Sound now) {
    Sound fresh = Objects.requireNonNull(now);
    return former != null && SoundChoice.weight(former) > SoundChoice.weight(fresh)
        ? former
        : fresh;
  }

  private void playWaiting() {
    Sound sound = waiting.getAndSet(null);
    if (sound != null) {
      play(notes(sound), LOUDNESS / 2, number.incrementAndGet());
    }
  }

  /// Returns the notes of a sound, by the table in docs/patron-services/speech.md.
  static List<Note> notes(Sound sound) {
    return switch (sound) {
      case SEEN -> List.of(Note.of(1200, 40));
      case CARD_ACCEPTED -> List.of(Note.of(1047, 220));
      case LENT -> List.of(Note.of(523, 90), Note.of(784, 90));
      case RETURNED -> List.of(Note.of(659, 90), Note.of(523, 90));
      case NEEDS_HAND -> List.of(Note.of(587, 120), Note.of(587, 120));
      case NOT_POSSIBLE -> List.of(Note.of(392, 160), Note.of(294, 160));
      case TIME_SHORT -> List.of(new Note(880, 60, true));
      case FAULT -> List.of(Note.of(196, 400));
    };
  }

  private void play(List<Note> notes, double loudness, long mine) {
    if (!silent && !out.play(notes, loudness, () -> number.get() == mine)) {
      // The machine's own log reports it; do not repeat it at every key.
      silent = true;
    }
  }

  /// Plays notes on the sound card of this machine.
  public static boolean toSoundCard(List<Note> notes, double loudness, BooleanSupplier wanted) {
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
      line.open(format);
      line.start();
      for (Note note : notes) {
        if (wanted.getAsBoolean()) {
          byte[] samples = samples(note, loudness);
          line.write(samples, 0, samples.length);
        }
      }
      line.drain();
      return true;
    } catch (LineUnavailableException | IllegalArgumentException _) {
      return false;
    }
  }

  /// Returns samples of 16 bits, the lower byte first.
  static byte[] samples(Note note, double loudness) {
    int count = (int) (RATE * note.milliseconds() / 1000);
    byte[] bytes = new byte[count * 2];
    for (int i = 0; i < count; i++) {
      double edge = Math.min(1.0, Math.min(i, count - 1 - i) / (double) FADE);
      double shape = note.knock() ? Math.exp(-KNOCK_FADES * i / RATE) : edge;
      short value =
          (short)
              (Math.sin(2 * Math.PI * note.hertz() * i / RATE)
                  * Short.MAX_VALUE
                  * loudness
                  * shape);
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> 8);
    }
    return bytes;
  }

  @Override
  public void close() {
    player.shutdownNow();
  }
}
