package org.libstation.lab.scenario;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.libstation.lab.bench.Desktop;
import org.libstation.lab.bench.Framebuffer;
import org.libstation.station.driven.ScenarioProblem;

/// How a person at the real window presses what it shows: with a finger alone or with a keyboard
/// alone. Each press is made once: a key that needs a second one is a fault.
interface VisitorHand {
  /// Presses the key with these words.
  void press(Predicate<String> words) throws Exception;

  /// Types a PIN and sends it.
  ///
  /// @param enter words of the key that sends it
  void pin(List<String> digits, String enter) throws Exception;

  /// A key of the screen: its centre and its words.
  record ShownKey(int x, int y, String words) {
    private static final int PARTS = 4;

    /// @param line `key X Y WORDS`
    static ShownKey of(String line) {
      List<String> parts = List.of(line.split(" ", PARTS));
      return new ShownKey(
          Integer.parseInt(parts.get(1)),
          Integer.parseInt(parts.get(2)),
          parts.size() < PARTS ? "" : parts.get(PARTS - 1));
    }
  }

  /// What is asked of the station, which presses nothing by it.
  final class Sight {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final RealStage stage;
    private final Path frames;

    /// @param frames the directory that Xvfb was given with `-fbdir`
    Sight(RealStage stage, Path frames) {
      this.stage = stage;
      this.frames = frames;
    }

    List<ShownKey> keys() throws ScenarioProblem {
      return stage.keys().stream().map(ShownKey::of).toList();
    }

    Optional<ShownKey> key(Predicate<String> words) throws ScenarioProblem {
      return keys().stream().filter(key -> words.test(key.words())).findFirst();
    }

    /// As soon as it stands there.
    ShownKey awaited(Predicate<String> words) {
      return await().atMost(SOON).until(() -> key(words), Optional::isPresent).orElseThrow();
    }

    Framebuffer screen() throws IOException {
      return Framebuffer.read(frames);
    }
  }

  /// A finger comes down where the key is, and goes up.
  record Finger(Desktop desktop, Sight sight) implements VisitorHand {
    @Override
    public void press(Predicate<String> words) throws Exception {
      ShownKey key = sight.awaited(words);
      desktop.xdotool("mousemove", String.valueOf(key.x()), String.valueOf(key.y()), "click", "1");
    }

    @Override
    public void pin(List<String> digits, String enter) throws Exception {
      for (String digit : digits) {
        press(digit::equals);
      }
      press(enter::equals);
    }
  }

  /// Moves the ring to a key, sees it there in the pixels, and presses Enter.
  ///
  /// @param move the key of the keyboard that moves it
  record KeyboardAlone(Desktop desktop, Sight sight, String move) implements VisitorHand {
    /// More keys than any screen has.
    private static final int MOST = 60;

    private static final Duration RING = Duration.ofSeconds(30);

    @Override
    public void press(Predicate<String> words) throws Exception {
      sight.awaited(words);
      StringBuilder way = new StringBuilder();
      Optional<ShownKey> at = ringed();
      for (int i = 0; i < MOST; i++) {
        if (at.filter(key -> words.test(key.words())).isPresent()) {
          type("Return");
          return;
        }
        Optional<ShownKey> before = at;
        type(move);
        at =
            await()
                .alias("the ring goes on from " + before + " by " + move + way)
                .atMost(RING)
                .until(this::ringed, now -> now.isPresent() && !now.equals(before));
        way.append(", ").append(at.map(ShownKey::words).orElse(""));
      }
      throw new AssertionError(move + " does not come there: " + way);
    }

    @Override
    public void pin(List<String> digits, String enter) throws Exception {
      for (String digit : digits) {
        type(digit);
      }
      type("Return");
    }

    private void type(String key) throws Exception {
      // As long as a finger stays down, and no scanner types so slowly.
      desktop.xdotool("keydown", key, "sleep", "0.05", "keyup", key, "sleep", "0.1");
    }

    /// The one key that the ring is drawn around; empty while a screen is drawn half.
    private Optional<ShownKey> ringed() throws Exception {
      Framebuffer screen = sight.screen();
      List<ShownKey> found =
          sight.keys().stream().filter(key -> FocusRing.around(screen, key)).toList();
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
  }
}
