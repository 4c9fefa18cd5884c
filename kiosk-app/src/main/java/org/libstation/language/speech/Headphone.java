package org.libstation.language.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Whether a headphone is plugged in, as far as this machine can know. If it cannot be known, the
/// answer is no.
public final class Headphone {
  /// How often a file is read or a command is run.
  public static final Duration EVERY = Duration.ofSeconds(1);

  private static final Duration ANSWERS = Duration.ofSeconds(2);
  private static final int MOST_READ = 4_096;

  private final HeadphoneDetection way;
  private final AtomicBoolean in;

  /// How a headphone is detected.
  public sealed interface HeadphoneDetection {
    /// Sound always goes to a headphone or handset, and to nothing else.
    record Always() implements HeadphoneDetection {}

    /// There is no headphone socket.
    record Never() implements HeadphoneDetection {}

    /// A keypad with a socket types one key when the plug goes in, and another when it comes out.
    record Keys() implements HeadphoneDetection {}

    /// By a file of the system, such as `/sys/class/extcon/extcon0/state`.
    ///
    /// @param on text in the file while the plug is in
    record Reads(Path file, String on) implements HeadphoneDetection {}

    /// By a command, such as `amixer -c 0 cget numid=12`.
    ///
    /// @param on text in the command's output while the plug is in
    record Runs(List<String> command, String on) implements HeadphoneDetection {
      public Runs {
        command = List.copyOf(command);
      }
    }

    /// Parses a setting: `always`, `never`, `keys`, `file:PATH?on=TEXT`, or
    /// `command:WORDS?on=TEXT`. Without `?on=` the text is `1`.
    ///
    /// @throws IllegalArgumentException if it is none of these
    static HeadphoneDetection of(String setting) {
      int mark = setting.indexOf("?on=");
      String on = mark < 0 ? "1" : setting.substring(mark + 4);
      String rest = mark < 0 ? setting : setting.substring(0, mark);
      if (rest.startsWith("file:/")) {
        return new Reads(Path.of(rest.substring("file:".length())), on);
      }
      if (rest.startsWith("command:") && rest.length() > "command:".length()) {
        return new Runs(List.of(rest.substring("command:".length()).strip().split(" +")), on);
      }
      return switch (setting) {
        case "always" -> new Always();
        case "never" -> new Never();
        case "keys" -> new Keys();
        default -> throw new IllegalArgumentException("no way to know a headphone: " + setting);
      };
    }
  }

  public Headphone(HeadphoneDetection way) {
    this.way = way;
    this.in = new AtomicBoolean(way instanceof HeadphoneDetection.Always);
  }

  public boolean present() {
    return in.get();
  }

  /// Records that the keypad typed the key for plugged in or unplugged.
  public void told(boolean plugged) {
    if (way instanceof HeadphoneDetection.Keys) {
      in.set(plugged);
    }
  }

  /// Whether [#look] must be called regularly.
  public boolean watched() {
    return way instanceof HeadphoneDetection.Reads || way instanceof HeadphoneDetection.Runs;
  }

  /// Checks file or command; may block.
  ///
  /// @return whether the headphone is plugged in; empty if that did not change
  public Optional<Boolean> look() {
    boolean now =
        switch (way) {
          case HeadphoneDetection.Always _, HeadphoneDetection.Never _, HeadphoneDetection.Keys _ ->
              in.get();
          case HeadphoneDetection.Reads(Path file, String on) -> read(file).contains(on);
          case HeadphoneDetection.Runs(List<String> command, String on) ->
              run(command).contains(on);
        };
    return in.getAndSet(now) == now ? Optional.empty() : Optional.of(now);
  }

  private static String read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new String(bytes, 0, Math.min(bytes.length, MOST_READ), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static String run(List<String> command) {
    try {
      Process asked =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      asked.getOutputStream().close();
      try {
        if (!asked.waitFor(ANSWERS.toSeconds(), TimeUnit.SECONDS)) {
          return "";
        }
        return new String(asked.getInputStream().readNBytes(MOST_READ), StandardCharsets.UTF_8);
      } finally {
        asked.destroyForcibly();
      }
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
