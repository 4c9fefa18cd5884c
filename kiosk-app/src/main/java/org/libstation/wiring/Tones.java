package org.libstation.wiring;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.libstation.flow.Sound;

/// Plays the station's eight sounds as plain tones; a machine without sound stays silent. One at a
/// time; a sound that comes while another plays is left out rather than played late.
final class Tones implements Consumer<Sound>, AutoCloseable {
  private static final float RATE = 22_050;
  private static final double LOUDNESS = 0.25;
  private static final int FADE = 220;

  private final ExecutorService player =
      new java.util.concurrent.ThreadPoolExecutor(
          0,
          1,
          30,
          java.util.concurrent.TimeUnit.SECONDS,
          new java.util.concurrent.SynchronousQueue<>(),
          Thread.ofPlatform().name("sound").daemon().factory());

  private volatile boolean silent;

  /// @param hertz its pitch
  private record Note(int hertz, int milliseconds) {}

  @Override
  public void accept(Sound sound) {
    if (silent) {
      return;
    }
    try {
      player.execute(() -> play(notes(sound)));
    } catch (RejectedExecutionException _) {
      // Another sound is playing.
    }
  }

  private static Note[] notes(Sound sound) {
    return switch (sound) {
      case SEEN -> new Note[] {new Note(1200, 40)};
      case CARD_ACCEPTED -> new Note[] {new Note(1047, 220)};
      case LENT -> new Note[] {new Note(523, 90), new Note(784, 90)};
      case RETURNED -> new Note[] {new Note(659, 90), new Note(523, 90)};
      case NEEDS_HAND -> new Note[] {new Note(587, 120), new Note(587, 120)};
      case NOT_POSSIBLE -> new Note[] {new Note(392, 160), new Note(294, 160)};
      case TIME_SHORT -> new Note[] {new Note(880, 30)};
      case FAULT -> new Note[] {new Note(196, 400)};
    };
  }

  private void play(Note[] notes) {
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
      line.open(format);
      line.start();
      for (Note note : notes) {
        byte[] samples = samples(note);
        line.write(samples, 0, samples.length);
      }
      line.drain();
    } catch (LineUnavailableException | IllegalArgumentException _) {
      // No sound card: said once by the machine's own log, not at every key.
      silent = true;
    }
  }

  private static byte[] samples(Note note) {
    int count = (int) (RATE * note.milliseconds() / 1000);
    byte[] bytes = new byte[count * 2];
    for (int i = 0; i < count; i++) {
      double edge = Math.min(1.0, Math.min(i, count - 1 - i) / (double) FADE);
      short value =
          (short)
              (Math.sin(2 * Math.PI * note.hertz() * i / RATE) * Short.MAX_VALUE * LOUDNESS * edge);
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
