package org.libstation.lab.measure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.libstation.station.driven.ScenarioProblem;

/// Reads the frames that JavaFX itself times (`-Djavafx.pulseLogger=true`): from the pulse until it
/// is rendered, in whole milliseconds. Frames of 0 ms drew nothing and are left out: during an
/// animation there is one at each tick, and they would hide the others.
final class PulseLog {
  /// Time since the last pulse, and of this one: `[17ms:4ms]`, `[9 17ms:4ms]` in short.
  private static final Pattern PULSE =
      Pattern.compile("\\[!?(?:\\d+ )?\\d+ms:(\\d+)ms\\](?! Required No)");

  private final Path file;
  private long from;

  PulseLog(Path file) {
    this.file = file;
  }

  /// Starts counting from here.
  void begin() throws ScenarioProblem {
    try {
      from = Files.size(file);
    } catch (IOException e) {
      throw new ScenarioProblem(file + " cannot be read: " + e.getMessage());
    }
  }

  /// The frames since [#begin].
  List<Duration> frames() throws ScenarioProblem {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(log.length() - from)];
      log.seek(from);
      log.readFully(bytes);
      return frames(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ScenarioProblem(file + " cannot be read: " + e.getMessage());
    }
  }

  static List<Duration> frames(String log) {
    return PULSE
        .matcher(log)
        .results()
        .map(match -> Duration.ofMillis(Long.parseLong(match.group(1))))
        .filter(Duration::isPositive)
        .toList();
  }
}
