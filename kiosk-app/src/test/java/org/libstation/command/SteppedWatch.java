package org.libstation.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.libstation.fleet.command.FleetCommand;

/// `station` as a process whose clocks go ahead as whoever started it says: a line of standard
/// input is how many seconds. It ends with whoever started it.
public final class SteppedWatch {
  private SteppedWatch() {}

  public static void main(String[] words) throws IOException {
    LineNumberReader lines =
        new LineNumberReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    if (!hears(lines, ahead)) {
      return;
    }
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                while (hears(lines, ahead)) {
                  // The clocks read it.
                }
              } catch (IOException _) {
                // Nobody is there any more.
              }
              Runtime.getRuntime().halt(3);
            });
    System.exit(
        StationCommand.with(
                FleetCommand.with(
                    () -> Instant.now().plus(ahead.get()),
                    () -> Duration.ofNanos(System.nanoTime()).plus(ahead.get()),
                    InputStream.nullInputStream(),
                    new SecureRandom()))
            .execute(words));
  }

  private static boolean hears(LineNumberReader lines, AtomicReference<Duration> ahead)
      throws IOException {
    String line = lines.readLine();
    if (line != null) {
      ahead.set(Duration.ofSeconds(Long.parseLong(line)));
    }
    return line != null;
  }
}
