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

/// Whether a headphone is plugged in, as far as this machine can know it. Where it cannot be known
/// there is none.
public final class Headphone {
  /// How often a file or a command is looked at.
  public static final Duration EVERY = Duration.ofSeconds(1);

  private static final Duration ANSWERS = Duration.ofSeconds(2);
  private static final int MOST_READ = 4_096;

  private final HeadphoneDetection way;
  private final AtomicBoolean in;

  /// How it is known.
  public sealed interface HeadphoneDetection {
    /// The sound goes to a headphone or a handset and to nothing else.
    record Always() implements HeadphoneDetection {}

    /// There is no socket.
    record Never() implements HeadphoneDetection {}

    /// A keypad with a socket types a key when the plug goes in, and another when it comes out.
    record Keys() implements HeadphoneDetection {}

    /// A file of the system, such as `/sys/class/extcon/extcon0/state`.
    ///
    /// @param on stands in it while the plug is in
    record Reads(Path file, String on) implements HeadphoneDetection {}

    /// A command, such as `amixer -c 0 cget numid=12`.
    ///
    /// @param on stands in what it prints while the plug is in
    record Runs(List<String> command, String on) implements HeadphoneDetection {
      public Runs {
        command = List.copyOf(command);
      }
    }

    /// What a settings file says: `always`, `never`, `keys`, `file:PATH?on=TEXT`, `command:WORDS
    /// ?on=TEXT`. Without `?on=` it is `1`.
    ///
    /// @throws IllegalArgumentException when it is none of these
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

  /// By a key of the keypad.
  public void told(boolean plugged) {
    if (way instanceof HeadphoneDetection.Keys) {
      in.set(plugged);
    }
  }

  /// Whether it has to be looked at now and then.
  public boolean watched() {
    return way instanceof HeadphoneDetection.Reads || way instanceof HeadphoneDetection.Runs;
  }

  /// Looks. May wait for the machine.
  ///
  /// @return whether it is in, where that changed
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
