package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.BuiltProgram;
import org.libstation.device.DeviceClock;
import org.libstation.flow.DropTable;
import org.libstation.lab.scenario.Action.Expectation;
import org.libstation.site.Site;

/// Each row of the book drop's table at the program itself: processes, twins behind
/// pseudo-terminals, a journal on the disk. A row is a passage of a scenario of `config/scenarios`
/// that expects what the page says, and holds.
class DropTableScenariosTest {
  /// Those that wait longest begin.
  static final List<String> SCENARIOS =
      List.of(
          "drop-table-hours",
          "drop-table-set",
          "drop-table-shut",
          "drop-table-unread",
          "drop-table-hands");

  /// Rows that no scenario can play, and where they are played over pseudo-terminals instead.
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "29",
          "a scenario must not fill the disk of whoever plays it: FullDiskStationTest does, on a"
              + " small file system of its own");

  /// Each has a drop, its devices and a library; what is timed must not wait for the processor.
  private static final int AT_ONCE = 3;

  private static final Path DIRECTORY = Path.of("..", "config", "scenarios");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]\\d\\d\\b");

  @TempDir private Path directory = Path.of("");

  /// What a scenario says of a row.
  ///
  /// @param within what is expected, in order
  private record Passage(String scenario, List<Expectation> within) {
    private <T extends Expectation> List<T> all(Class<T> kind) {
      return within.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }

  @Test
  void each_row_of_the_page_is_played_once_and_each_that_is_played_stands_there() throws Exception {
    Set<String> played = new TreeSet<>(passages().keySet());
    assertThat(played).doesNotContainAnyElementsOf(ELSEWHERE.keySet());
    played.addAll(ELSEWHERE.keySet());
    assertThat(played).containsExactlyElementsOf(DropTable.rows().keySet());
  }

  @Test
  void each_passage_expects_what_the_page_says_of_its_row() throws Exception {
    Map<String, Passage> passages = passages();
    for (DropTable row : DropTable.rows().values()) {
      Passage passage = passages.get(row.id());
      if (passage != null) {
        expects(row, passage);
      }
    }
  }

  private static void expects(DropTable row, Passage passage) {
    String where = row.id() + " in " + passage.scenario() + ": ";
    List<Expectation.ScreenIs> screens = passage.all(Expectation.ScreenIs.class);
    assertThat(screens).as(where + "before and after").hasSizeGreaterThanOrEqualTo(2);
    assertThat(screens.getFirst().name()).as(where + "before").isEqualTo(screen(row.before()));
    assertThat(screens.getLast().name()).as(where + "after").isEqualTo(screen(row.after()));
    assertThat(passage.all(Expectation.WrittenIs.class))
        .as(where + "written")
        .containsExactly(new Expectation.WrittenIs(row.written()));
    assertThat(passage.all(Expectation.LampIs.class))
        .as(where + "lamp")
        .containsExactly(new Expectation.LampIs(Action.ExpectedLamp.valueOf(row.lamp().name())));
    assertThat(passage.all(Expectation.CodeIs.class).stream().map(Expectation.CodeIs::code))
        .as(where + "codes that are seen")
        .containsAll(CODE.matcher(row.sees()).results().map(MatchResult::group).toList());
  }

  private static String screen(Enum<?> state) {
    return "drop-" + state.name().toLowerCase(Locale.ROOT);
  }

  /// Alone, since what is a hand and what a book is told by how long a shadow lasts.
  @Test
  @Tag("full")
  @Tag("paced")
  @Tag("alone")
  @Timeout(value = 18, unit = TimeUnit.MINUTES)
  void the_program_does_what_the_page_says() throws Exception {
    Site site = BuiltProgram.exampleSite(BuiltProgram.needed());
    Map<String, List<String>> said = new LinkedHashMap<>();
    List<Callable<Boolean>> plays = new ArrayList<>();
    for (String name : SCENARIOS) {
      List<String> log = said.computeIfAbsent(name, _ -> new ArrayList<>());
      plays.add(() -> play(site, name, log));
    }
    try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Boolean>> held = hands.invokeAll(plays);
      for (int i = 0; i < held.size(); i++) {
        List<String> log = said.getOrDefault(SCENARIOS.get(i), List.of());
        assertThat(held.get(i).get())
            .as(() -> String.join("\n", log.subList(Math.max(0, log.size() - 8), log.size())))
            .isTrue();
      }
    }
  }

  private boolean play(Site site, String name, List<String> log) throws Exception {
    List<ScenarioStep> steps = steps(name);
    try (RealStage stage = open(steps, site, name)) {
      return new ScenarioRunner(stage, DeviceClock.system(), Thread::sleep, log::add).run(steps);
    }
  }

  /// One starts after the other: what starts has much to do.
  private synchronized RealStage open(List<ScenarioStep> steps, Site site, String name)
      throws Exception {
    return RealStage.openFor(
        steps, site, directory.resolve(name), Map.of(), Thread::sleep, new Showing.Unseen());
  }

  private static List<ScenarioStep> steps(String name) throws Exception {
    return new ScenarioParser(name).parse(Files.readString(DIRECTORY.resolve(name)));
  }

  private static Map<String, Passage> passages() throws Exception {
    Map<String, Passage> all = new LinkedHashMap<>();
    for (String name : SCENARIOS) {
      List<ScenarioStep> steps = steps(name);
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i).action() instanceof Action.BeginTableRow row) {
          Passage passage = new Passage(name, within(steps.subList(i + 1, steps.size())));
          assertThat(all.put(row.id(), passage)).as(row.id() + " is played once").isNull();
        }
      }
    }
    return all;
  }

  /// Up to the later one of lamp and writing: what is expected after both belongs to no row.
  private static List<Expectation> within(List<ScenarioStep> steps) {
    List<Expectation> within = new ArrayList<>();
    boolean lamp = false;
    boolean written = false;
    for (ScenarioStep step : steps) {
      if (step.action() instanceof Action.BeginTableRow || (lamp && written)) {
        break;
      }
      if (step.action() instanceof Action.Expect expect) {
        within.add(expect.what());
        lamp = lamp || expect.what() instanceof Expectation.LampIs;
        written = written || expect.what() instanceof Expectation.WrittenIs;
      }
    }
    return within;
  }
}
