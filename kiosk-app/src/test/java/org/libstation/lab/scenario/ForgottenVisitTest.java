package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.BuiltProgram;
import org.libstation.device.DeviceClock;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;
import org.libstation.testkit.Needs;

/// After a visit nothing of the patron is left: the memory of the real process is searched from
/// outside, and all that it left on the disk. The same search finds it during the visit.
@Tag("full")
@Tag("paced")
class ForgottenVisitTest {
  private static final String CARD = "28801000000033";
  private static final String PIN = "2468";
  private static final String NAME = "Sandra Lau";
  private static final String BOOK = "38801000000015";
  private static final String CHINESE_TITLE = "紅樓夢";

  /// Borrows a book and looks at what is on loan, by eye and by ear.
  private static final String VISIT =
      """
      expect screen welcome
      press aloud
      expect speech on
      press borrow
      expect screen card
      scan CARD
      expect screen pin
      pin PIN
      expect screen borrow
      place BOOK
      expect row BOOK OUTCOME
      lift all
      press account
      expect screen account
      expect row BOOK loan
      """;

  /// What the process is searched for.
  private static final List<String> PERSONAL = List.of(CARD, NAME, CHINESE_TITLE);

  /// After the end of a visit the program has a few seconds to sweep; machines may be busy.
  private static final Duration SWEPT = Duration.ofSeconds(45);

  private static Path home = Path.of("");

  @TempDir private Path out = Path.of("");

  private int visits;

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.neededAsShipped();
    Needs.programs("espeak-ng");
  }

  @Test
  @Timeout(value = 18, unit = TimeUnit.MINUTES)
  void nothing_of_a_patron_is_left_whatever_ended_the_visit() throws Exception {
    try (RealStage stage = open()) {
      play(stage, "expect link online within 30\n" + VISIT);
      assertThat(found(stage)).as("seen during the visit").doesNotContainValue(0);
      // The search may have taken so long that the station asks, or not.
      stage.perform(new Action.Press("stay", Optional.empty()));
      play(
          stage,
          """
          press leave
          expect screen receipt
          press receipt-titles
          press receipt titles
          expect screen done within 40
          press ok
          expect screen welcome within 40
          """);
      assertNothingLeft(stage);

      play(stage, VISIT);
      assertThat(found(stage)).as("seen again").doesNotContainValue(0);
      // The person walks off.
      play(stage, "expect screen welcome within 90");
      assertNothingLeft(stage);

      play(stage, VISIT);
      assertThat(found(stage)).as("seen a third time").doesNotContainValue(0);
      // Somebody opens the cabinet.
      play(
          stage,
          """
          at-drop door-open
          expect screen done
          expect code K54
          at-drop door-shut
          press ok
          expect screen welcome
          """);
      assertNothingLeft(stage);

      play(stage, VISIT + "power cut\n");
      assertThat(onDisk()).isEmpty();
    }
  }

  private RealStage open() throws ScenarioProblem {
    Site site = BuiltProgram.exampleSite(home);
    return RealStage.open(
        site,
        out,
        Map.of(
            "station.language", "en",
            "station.speech.headphone", "always",
            "station.patron.idle-seconds", "20",
            "station.patron.warning-seconds", "20"),
        KillRounds::pause,
        new Showing.Unseen());
  }

  private void play(RealStage stage, String scenario) throws Exception {
    String outcome = visits == 0 ? "lent" : "already-yours";
    visits += scenario.contains("OUTCOME") ? 1 : 0;
    String text =
        scenario
            .replace("CARD", CARD)
            .replace("PIN", PIN)
            .replace("BOOK", BOOK)
            .replace("OUTCOME", outcome);
    List<String> log = new ArrayList<>();
    ScenarioRunner runner =
        new ScenarioRunner(stage, DeviceClock.system(), KillRounds::pause, log::add);
    assertThat(runner.run(new ScenarioParser("visit").parse(text)))
        .as(String.join("\n", log))
        .isTrue();
  }

  private static Map<String, Integer> found(RealStage stage) throws Exception {
    return ProcessMemory.count(stage.pid(), PERSONAL, new ArrayList<>());
  }

  private void assertNothingLeft(RealStage stage) throws Exception {
    List<String> where = new ArrayList<>();
    Map<String, Integer> left = ProcessMemory.count(stage.pid(), PERSONAL, where);
    for (int i = 0; i < SWEPT.toSeconds() && !where.isEmpty(); i++) {
      KillRounds.pause(Duration.ofSeconds(1));
      where.clear();
      left = ProcessMemory.count(stage.pid(), PERSONAL, where);
    }

    assertThat(left.values()).as(String.join("\n", where)).containsOnly(0);
    assertThat(onDisk()).isEmpty();
  }

  /// What the station left, with its journal and the log of that; the library keeps its own.
  private List<String> onDisk() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(each -> !each.startsWith(out.resolve("library")))
              .filter(each -> !each.startsWith(out.resolve("receipts")))
              .toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String text : PERSONAL) {
          String utf8 =
              new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
          if (bytes.contains(utf8)) {
            found.add(out.relativize(file) + ": " + text);
          }
        }
      }
    }
    return found;
  }
}
