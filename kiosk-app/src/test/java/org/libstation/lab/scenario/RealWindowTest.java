package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.app.BuiltProgram;
import org.libstation.flow.state.Language;
import org.libstation.lab.bench.Desktop;
import org.libstation.lab.bench.Framebuffer;
import org.libstation.language.Texts;
import org.libstation.language.Words;
import org.libstation.station.driven.ScenarioProblem;
import org.libstation.testkit.Needs;

/// The kiosk in a real window of a real X server, with hands that touch and type: xdotool. What is
/// seen is read out of the server's memory.
@Tag("full")
@Tag("paced")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RealWindowTest {
  private static final String SIZE = "1080x1920";
  private static final int HEADER = 112;
  private static final int FOOT = 1750;
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final String ITEM = "38801000000015";

  /// Without a tag: a scan alone lends and returns it.
  private static final String UNTAGGED = "38801000002151";

  private static Path home = Path.of("");

  @TempDir private Path out = Path.of("");

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.needed();
    Needs.programs("Xvfb", "openbox", "xdotool");
    Needs.screens();
  }

  private Desktop desktop(List<String> manager) throws IOException {
    Path frames = Files.createDirectories(out.resolve("fb"));
    return Desktop.open(SIZE, manager, List.of("-fbdir", frames.toString()));
  }

  private RealStage station(Desktop desktop) throws ScenarioProblem {
    return RealStage.open(
        BuiltProgram.exampleSite(home),
        out.resolve("stage"),
        FirstStart.of(Map.of("station.opening.dark-after-minutes", "0")),
        List.of("env", "DISPLAY=" + desktop.display()),
        KillRounds::pause,
        new Showing.KioskShowing());
  }

  private Framebuffer seen() throws IOException {
    return Framebuffer.read(out.resolve("fb"));
  }

  @ParameterizedTest
  @CsvSource({"none", "openbox", "ours"})
  void nothing_leaves_the_full_screen(String manager) throws Exception {
    List<String> command =
        switch (manager) {
          case "none" -> List.of();
          case "openbox" -> List.of("openbox");
          default ->
              List.of("openbox", "--config-file", home.resolve("config/openbox/rc.xml").toString());
        };
    try (Desktop desktop = desktop(command);
        RealStage stage = station(desktop)) {
      await().atMost(SOON).until(() -> stage.shown().contains("screen welcome"));
      await().atMost(SOON).until(() -> seen().blackEdges() == 0);
      assertThat(seen().width()).isEqualTo(1080);
      assertThat(seen().height()).isEqualTo(1920);
      Framebuffer before = steady();
      for (String keys :
          List.of(
              "alt+F4", "alt+Tab", "Escape", "F11", "super", "super+d", "ctrl+q", "ctrl+w",
              "Escape")) {
        desktop.xdotool("key", keys);
        still(before, keys, stage);
      }
      if (!manager.equals("openbox")) {
        // openbox's usual settings take these for themselves.
        for (String keys :
            List.of("alt+space", "ctrl+alt+Right", "super+F2", "alt+Escape", "super+e")) {
          desktop.xdotool("key", keys);
          still(before, keys, stage);
        }
      }
      for (String button : List.of("2", "3", "4", "5", "8")) {
        desktop.xdotool("mousemove", "540", "1250", "click", button);
        still(before, "button " + button, stage);
      }
      desktop.xdotool("mousemove", "540", "300", "mousedown", "1", "mousemove", "100", "1500");
      desktop.xdotool("mousedown", "3", "mouseup", "3", "mouseup", "1");
      still(before, "dragging", stage);
      desktop.xdotool("keydown", "alt", "mousemove", "540", "300", "mousedown", "1");
      desktop.xdotool("mousemove", "100", "900", "mouseup", "1", "keyup", "alt");
      still(before, "dragging with Alt", stage);
    }
  }

  /// Once its window has come to rest.
  private Framebuffer steady() {
    AtomicReference<@Nullable Framebuffer> last = new AtomicReference<>();
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              Framebuffer now = seen();
              Framebuffer before = last.getAndSet(now);
              return before != null && now.blackEdges() == 0 && now.sameEdges(before);
            });
    return Objects.requireNonNull(last.get());
  }

  private void still(Framebuffer before, String what, RealStage stage) {
    await()
        .alias(what)
        .atMost(SOON)
        .untilAsserted(
            () -> {
              Framebuffer now = seen();
              assertThat(now.sameEdges(before)).as("%s: the edges", what).isTrue();
              // What the library announces takes turns between the two bars.
              assertThat(now.likeness(before, 0, HEADER)).as("%s: head", what).isGreaterThan(0.95);
              assertThat(now.likeness(before, FOOT, now.height()))
                  .as("%s: foot", what)
                  .isGreaterThan(0.95);
              assertThat(now.likeness(before, 0, now.height()))
                  .as("%s: all", what)
                  .isGreaterThan(0.5);
            });
    assertThat(stage.isOn()).as(what).isTrue();
    assertThat(stage.shown()).as(what).contains("screen welcome");
  }

  @Test
  void a_visit_with_fingers_alone_borrows_and_returns() throws Exception {
    Words words =
        Texts.load(home.resolve("config/texts"), Optional.empty()).in(Language.ZH_HANT_HK);
    try (Desktop desktop = desktop(List.of());
        RealStage stage = station(desktop)) {
      await().atMost(SOON).until(() -> stage.shown().contains("link online"));
      touch(desktop, stage, words.say("tile.borrow"));
      awaitScreen(stage, "card");
      stage.bench().scan("28801000000017");
      awaitScreen(stage, "pin");
      for (String digit : List.of("4", "8", "2", "1")) {
        touch(desktop, stage, digit);
      }
      touch(desktop, stage, words.say("key.enter"));
      awaitScreen(stage, "borrow");
      ScenarioItem item = ScenarioItem.parse(ITEM);
      stage.bench().place(List.of(item));
      await().atMost(SOON).until(() -> stage.shown().contains("row " + ITEM + " lent -"));
      stage.bench().lift(List.of(item));
      touch(desktop, stage, words.count("borrow.finish", 1));
      awaitScreen(stage, "receipt");
      touch(desktop, stage, words.say("receipt.none"));
      await().atMost(SOON).until(() -> !stage.shown().contains("screen receipt"));
      await().atMost(SOON).until(() -> Ledgers.onLoan(stage.libraryData()).containsKey(ITEM));

      await().atMost(SOON).until(() -> stage.shown().contains("screen welcome"));
      touch(desktop, stage, words.say("tile.return"));
      awaitScreen(stage, "return");
      stage.bench().place(List.of(item));
      await().atMost(SOON).until(() -> stage.shown().contains("row " + ITEM + " returned -"));
      await().atMost(SOON).until(() -> !Ledgers.onLoan(stage.libraryData()).containsKey(ITEM));
      assertThat(seen().blackEdges()).isZero();
    }
  }

  /// On three keyboards, each with a key under the ring that Enter would press. Alone, since a
  /// burst is told by how fast its keys come.
  @ParameterizedTest
  @Tag("alone")
  @ValueSource(strings = {"us", "de", "fr"})
  void a_scanner_that_types_is_a_scan_and_presses_nothing(String layout) throws Exception {
    Needs.programs("setxkbmap");
    Words words =
        Texts.load(home.resolve("config/texts"), Optional.empty()).in(Language.ZH_HANT_HK);
    try (Desktop desktop = desktop(List.of());
        RealStage stage = station(desktop)) {
      await().atMost(SOON).until(() -> stage.shown().contains("link online"));
      steady();
      assertThat(desktop.start(out.resolve("layout"), List.of("setxkbmap", layout)).waitFor())
          .isZero();
      byHand(desktop, "Tab");
      typedByScanner(desktop, ITEM, 2);
      await().atMost(SOON).until(() -> stage.shown().contains("code B16"));
      assertThat(stage.shown()).contains("screen welcome");
      touch(desktop, stage, words.say("tile.borrow"));
      awaitScreen(stage, "card");
      typedByScanner(desktop, "28801000000017", 12);
      awaitScreen(stage, "pin");
      // Not a digit of it is one of the PIN's.
      typedByScanner(desktop, ITEM, 5);
      assertThat(stage.shown()).contains("screen pin");
      for (String key : List.of("4", "8", "2", "1")) {
        if (layout.equals("fr")) {
          // Its digits need Shift; a keypad has its own.
          touch(desktop, stage, key);
        } else {
          byHand(desktop, key);
        }
      }
      touch(desktop, stage, words.say("key.enter"));
      awaitScreen(stage, "borrow");
      typedByScanner(desktop, UNTAGGED, 25);
      await().atMost(SOON).until(() -> stage.shown().contains("row " + UNTAGGED + " lent -"));
      assertThat(stage.shown()).contains("screen borrow");
      byHand(desktop, "Escape");
      awaitScreen(stage, "receipt");
      typedByScanner(desktop, ITEM, 8);
      assertThat(stage.shown()).contains("screen receipt");
      touch(desktop, stage, words.say("receipt.none"));
      await().atMost(SOON).until(() -> stage.shown().contains("screen welcome"));
      touch(desktop, stage, words.say("tile.return"));
      awaitScreen(stage, "return");
      byHand(desktop, "Tab");
      typedByScanner(desktop, UNTAGGED, 10);
      await().atMost(SOON).until(() -> stage.shown().contains("row " + UNTAGGED + " returned -"));
      assertThat(stage.shown()).contains("screen return");
    }
  }

  private static void typedByScanner(Desktop desktop, String code, int millis) throws Exception {
    List<String> words = new ArrayList<>(List.of("key", "--delay", String.valueOf(millis)));
    code.chars().forEach(sign -> words.add(String.valueOf((char) sign)));
    words.addAll(List.of("Return", "sleep", "1"));
    desktop.xdotool(words.toArray(String[]::new));
  }

  private static void byHand(Desktop desktop, String key) throws Exception {
    desktop.xdotool("keydown", key, "sleep", "0.07", "keyup", key, "sleep", "0.5");
  }

  private static void awaitScreen(RealStage stage, String name) {
    await().atMost(SOON).untilAsserted(() -> assertThat(stage.shown()).contains("screen " + name));
  }

  /// Where the key is, a finger comes down and goes up.
  private static void touch(Desktop desktop, RealStage stage, String words) throws Exception {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(stage.keys()).anyMatch(line -> line.split(" ", 4)[3].equals(words)));
    List<String> place =
        stage.keys().stream()
            .map(line -> Arrays.asList(line.split(" ", 4)))
            .filter(line -> line.get(3).equals(words))
            .findFirst()
            .orElseThrow();
    desktop.xdotool("mousemove", place.get(1), place.get(2), "click", "1");
  }
}
