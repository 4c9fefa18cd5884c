package org.libstation.fleet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.fleet.StationName;
import org.libstation.fleet.watch.Incident.Kind;
import org.libstation.fleet.watch.Incident.Subject;

/// What is told, by whom, and how often; and what is told when one of two loses its power.
@Timeout(600)
final class WatcherTest {
  private static final String FAULT = "hkpl/central/box-2: device pad E11 1";
  private static final String OVER = "hkpl/central/box-2: over: device pad E11 1";
  private static final String GONE = "hkpl/central/box-2: is gone 1";

  private static final Predicate<String> SAID =
      it -> it.startsWith("after it said") && it.contains("\"told\"");

  @TempDir private Path folder;

  private Stage stage(int watching) {
    return stage(watching, Duration.ofMinutes(3));
  }

  private Stage stage(int watching, Duration silent) {
    Stage stage = new Stage(folder);
    stage.silent = silent;
    IntStream.range(0, watching).forEach(i -> stage.new One("watch-" + i).start());
    stage.presence(1, "born");
    stage.second();
    stage.presence(1, "born");
    stage.minutes(1, true);
    return stage;
  }

  private static List<String> what(Stage stage) {
    return stage.told.stream().map(it -> it.replaceAll(" by .*", "")).toList();
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void what_lasts_is_told_once_and_once_when_it_is_over_however_many_watch(int watching) {
    Stage stage = stage(watching);
    stage.minutes(4, false);
    assertThat(stage.told).isEmpty();
    stage.minutes(4, false);
    assertThat(what(stage)).containsExactly("begun " + FAULT);
    stage.minutes(10, true);
    assertThat(what(stage)).containsExactly("begun " + FAULT, "back " + OVER);
    stage.minutes(60, true);
    assertThat(stage.told).hasSize(2);
  }

  @Test
  void what_is_short_is_not_told() {
    Stage stage = stage(2);
    stage.minutes(2, false);
    stage.minutes(20, true);
    assertThat(stage.told).isEmpty();
  }

  @Test
  void what_comes_and_goes_is_one_matter_with_a_count() {
    Stage stage = stage(2);
    for (int i = 0; i < 10; i++) {
      stage.minutes(1, false);
      stage.minutes(1, true);
    }
    assertThat(what(stage)).singleElement().asString().startsWith("begun ").contains("E11");
    stage.minutes(10, true);
    assertThat(what(stage))
        .hasSize(2)
        .last()
        .asString()
        .isEqualTo("back " + OVER.replace(" 1", " 10"));
  }

  @Test
  void what_stays_is_told_again_a_day_later_and_not_before() {
    Stage stage = stage(2);
    stage.minutes(23 * 60, false);
    assertThat(stage.told).hasSize(1);
    stage.minutes(3 * 60, false);
    assertThat(what(stage))
        .containsExactly("begun " + FAULT, "reminder-1 " + FAULT.replace(": ", ": still: "));
  }

  @Test
  void a_last_will_is_told_unless_the_station_is_soon_back() {
    Stage stage = stage(2);
    stage.presence(1, "lost");
    stage.seconds(30);
    stage.presence(2, "born");
    stage.minutes(6, true);
    assertThat(stage.told).isEmpty();
    stage.presence(2, "lost");
    // What is late of an older connection means nothing.
    stage.presence(1, "born");
    stage.seconds(150);
    assertThat(what(stage)).containsExactly("begun " + GONE);
    stage.presence(3, "born");
    stage.minutes(8, true);
    assertThat(what(stage)).hasSize(2).last().asString().contains("over: is gone");
  }

  @Test
  void one_that_says_nothing_is_gone_one_that_ended_in_order_is_not() {
    Stage stage = stage(2);
    stage.presence(1, "ended");
    stage.seconds(3600);
    assertThat(stage.told).isEmpty();
    stage.presence(2, "born");
    stage.minutes(1, true);
    stage.seconds(600);
    assertThat(what(stage)).containsExactly("begun " + GONE);
  }

  @Test
  void one_of_the_list_that_was_never_heard_is_gone() {
    Stage stage = new Stage(folder);
    stage.expected = List.of(StationName.parse("hkpl/central/box-9"));
    stage.new One("watch-0").start();
    stage.seconds(400);
    assertThat(what(stage)).containsExactly("begun hkpl/central/box-9: is gone 1");
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void what_the_broker_kept_of_one_that_is_gone_is_no_sign_that_it_is_back(int watching) {
    Stage stage = stage(watching, Duration.ofMinutes(10));
    stage.minutes(2, true);
    // Its will was lost with the broker, which came back with what it had kept.
    stage.seconds(900);
    assertThat(what(stage)).containsExactly("begun " + GONE);
    for (Stage.One one : List.copyOf(stage.watching.values())) {
      one.die();
      one.start();
      stage.second();
      stage.kept(1, "born");
      stage.seconds(500);
    }
    stage.seconds(1800);
    assertThat(what(stage)).containsExactly("begun " + GONE);
    stage.presence(2, "born");
    stage.minutes(10, true);
    assertThat(what(stage)).hasSize(2).last().asString().contains("over: is gone");
  }

  @Test
  void a_watch_that_is_started_anew_puts_off_no_news_of_one_that_is_gone() {
    Stage stage = stage(1);
    stage.minutes(1, true);
    stage.presence(1, "lost");
    stage.seconds(60);
    Stage.One one = stage.watching.values().iterator().next();
    one.die();
    one.start();
    stage.second();
    stage.kept(1, "born");
    stage.seconds(60);
    assertThat(what(stage)).containsExactly("begun " + GONE);
  }

  @Test
  void that_more_is_wrong_than_can_be_kept_is_told_too() {
    Stage stage = new Stage(folder);
    stage.expected =
        IntStream.rangeClosed(0, WatchBook.MOST)
            .mapToObj(i -> StationName.parse("hkpl/central/box-" + i))
            .toList();
    stage.new One("watch-0").start();
    stage.seconds(600);
    assertThat(what(stage)).anyMatch(told -> told.contains("finds more faults than it can store"));
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void one_of_the_list_that_is_gone_is_no_other_matter_to_one_that_starts_later(int watching) {
    Stage stage = new Stage(folder);
    stage.expected = List.of(StationName.parse(Stage.STATION));
    IntStream.range(0, watching).forEach(i -> stage.new One("watch-" + i).start());
    stage.presence(1, "born");
    stage.minutes(1, true);
    stage.presence(1, "lost");
    stage.seconds(300);
    assertThat(what(stage)).containsExactly("begun " + GONE);
    Stage.One one = stage.watching.values().iterator().next();
    one.die();
    one.start();
    if (watching > 1) {
      // It has no book of its own, and heard of no installation.
      stage.new One("watch-9").start();
    }
    stage.seconds(1200);
    assertThat(what(stage)).containsExactly("begun " + GONE);
  }

  @Test
  void a_broker_that_is_away_is_told_by_each_and_no_station_for_it() {
    Stage stage = stage(2);
    stage.away = true;
    stage.seconds(600);
    assertThat(stage.told)
        .containsExactlyInAnyOrder(
            "begun watch-0: does not reach the broker 1 by watch-0",
            "begun watch-1: does not reach the broker 1 by watch-1");
    stage.away = false;
    stage.seconds(60);
    stage.minutes(10, true);
    assertThat(stage.told).hasSize(4).allMatch(it -> it.contains("does not reach the broker"));
  }

  @Test
  void what_was_due_as_the_broker_went_is_told_by_one_that_reaches_nobody() {
    Stage stage = stage(1);
    stage.watching.values().forEach(it -> it.webhookFails = true);
    stage.minutes(8, false);
    assertThat(stage.told).isEmpty();
    stage.away = true;
    stage.watching.values().forEach(it -> it.webhookFails = false);
    stage.seconds(1200);
    assertThat(what(stage)).contains("begun " + FAULT);
  }

  @Test
  void where_one_cannot_tell_the_other_does() {
    Stage stage = stage(2);
    stage.watching.values().iterator().next().webhookFails = true;
    stage.minutes(8, false);
    assertThat(stage.told).containsExactly("begun " + FAULT + " by watch-1");
  }

  @Test
  void one_that_comes_later_tells_nothing_again() {
    Stage stage = stage(1);
    stage.minutes(8, false);
    stage.new One("watch-9").start();
    stage.minutes(20, false);
    assertThat(stage.told).hasSize(1);
    stage.minutes(10, true);
    assertThat(stage.told).hasSize(2);
  }

  @Test
  void junk_is_passed_over() {
    Stage stage = stage(1);
    for (String junk : List.of("\"number\":\"x\"", "\"number\":9e9", "\"presence\":[]", "\"\"")) {
      stage.station("state", junk);
      stage.station("presence", junk);
    }
    stage.minutes(10, true);
    assertThat(stage.told).isEmpty();
    stage.minutes(8, false);
    assertThat(stage.told).hasSize(1);
  }

  @Test
  void one_that_missed_the_end_of_a_matter_tells_the_next_and_takes_none_from_the_other() {
    for (int who = 0; who < 2; who++) {
      for (int missed = 0; missed < 14; missed += 3) {
        Stage stage = new Stage(folder.resolve(who + "-" + missed));
        IntStream.range(0, 2).forEach(i -> stage.new One("watch-" + i).start());
        Stage.One dies = List.copyOf(stage.watching.values()).get(who);
        stage.minutes(1, true);
        stage.minutes(8, false);
        dies.die();
        stage.minutes(10, true);
        stage.minutes(missed, false);
        dies.start();
        stage.minutes(14 - missed, false);
        stage.minutes(10, true);
        assertThat(what(stage))
            .as("%s came %s minutes after it began anew", who, missed)
            .containsExactly("begun " + FAULT, "back " + OVER, "begun " + FAULT, "back " + OVER);
      }
    }
  }

  /// The other, which told the end, has time to say so as this one comes back, and no more.
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void one_that_missed_the_end_of_a_matter_tells_the_next_alone(int who) {
    Stage stage = stage(2);
    Stage.One dies = List.copyOf(stage.watching.values()).get(who);
    Stage.One other = List.copyOf(stage.watching.values()).get(1 - who);
    stage.minutes(1, true);
    stage.minutes(8, false);
    dies.die();
    stage.minutes(10, true);
    dies.start();
    stage.seconds(5);
    other.die();
    stage.minutes(14, false);
    stage.minutes(10, true);
    assertThat(what(stage))
        .containsExactly("begun " + FAULT, "back " + OVER, "begun " + FAULT, "back " + OVER);
    assertThat(stage.ids.stream().distinct()).hasSize(2);
  }

  /// It finds nobody to ask: whether it is the same matter nobody knows, and it is told.
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void one_that_missed_the_end_of_a_matter_and_finds_nobody_tells_the_next(int who) {
    Stage stage = stage(2);
    Stage.One dies = List.copyOf(stage.watching.values()).get(who);
    Stage.One other = List.copyOf(stage.watching.values()).get(1 - who);
    stage.minutes(1, true);
    stage.minutes(8, false);
    dies.die();
    stage.minutes(10, true);
    other.die();
    dies.start();
    stage.minutes(14, false);
    stage.minutes(10, true);
    assertThat(what(stage))
        .containsExactly("begun " + FAULT, "back " + OVER, "begun " + FAULT, "back " + OVER);
    assertThat(stage.ids.stream().distinct()).hasSize(2);
    // Alone from the first time on: what it told itself it does not tell again.
    stage.minutes(8, false);
    dies.die();
    dies.start();
    stage.minutes(8, false);
    assertThat(what(stage)).hasSize(5).last().isEqualTo("begun " + FAULT);
  }

  /// It is over before anybody could take it for another one: its end is told.
  @ParameterizedTest
  @CsvSource({"0, 20", "1, 20", "0, 90", "1, 90", "0, 250", "1, 250"})
  void what_is_in_doubt_and_ends_is_over_where_the_other_stays_away(int who, int wrong) {
    Stage stage = stage(2);
    Stage.One dies = List.copyOf(stage.watching.values()).get(who);
    stage.minutes(8, false);
    stage.watching.values().forEach(Stage.One::die);
    stage.minutes(2, false);
    dies.start();
    stage.state(false);
    stage.seconds(wrong);
    stage.minutes(12, true);
    assertThat(what(stage)).containsExactly("begun " + FAULT, "back " + OVER);
    // The next is another one.
    stage.minutes(8, false);
    assertThat(what(stage)).hasSize(3).last().isEqualTo("begun " + FAULT);
    assertThat(stage.ids.stream().distinct()).hasSize(2);
  }

  /// Something was told, both died, and one came back so many seconds after the other.
  private Stage bothDied(int first, int apart) {
    Stage stage = stage(2);
    stage.minutes(8, false);
    stage.watching.values().forEach(Stage.One::die);
    stage.minutes(2, false);
    List<Stage.One> both = List.copyOf(stage.watching.values());
    both.get(first).start();
    stage.state(false);
    stage.seconds(apart);
    both.get(1 - first).start();
    return stage;
  }

  /// Each came too late to be asked by the one that came first, or in time.
  @ParameterizedTest
  @CsvSource({
    "0, 3, 20",
    "1, 3, 20",
    "0, 18, 5",
    "1, 18, 5",
    "0, 18, 200",
    "1, 18, 200",
    "0, 70, 60",
    "1, 70, 60"
  })
  void what_was_told_before_both_died_ends_once(int first, int apart, int wrong) {
    Stage stage = bothDied(first, apart);
    stage.state(false);
    stage.seconds(wrong);
    stage.minutes(12, true);
    assertThat(what(stage)).containsExactly("begun " + FAULT, "back " + OVER);
  }

  /// It goes on: told once more at most, and over once for what was told last.
  @ParameterizedTest
  @CsvSource({"0, 3", "1, 3", "0, 18", "1, 18", "0, 70", "1, 70"})
  void what_was_told_before_both_died_and_goes_on_ends_too(int first, int apart) {
    Stage stage = bothDied(first, apart);
    stage.minutes(12, false);
    stage.minutes(12, true);
    assertThat(what(stage)).startsWith("begun " + FAULT).endsWith("back " + OVER);
    assertThat(what(stage)).hasSizeBetween(2, 3);
    assertThat(what(stage)).filteredOn(it -> it.equals("back " + OVER)).hasSize(1);
  }

  /// Two that die and come back at random while something comes and goes: whatever was told last as
  /// begun is told to be over, by the same name, once all is well.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void however_they_die_what_was_told_last_is_told_to_be_over(boolean slow) {
    for (int seed = 1; seed <= 100; seed++) {
      Stage stage = new Stage(folder.resolve(slow + "-" + seed));
      stage.slow = slow;
      IntStream.range(0, 2).forEach(i -> stage.new One("watch-" + i).start());
      stage.presence(1, "born");
      Random random = new Random(seed);
      boolean well = true;
      for (int step = 0; step < 30; step++) {
        well = random.nextInt(4) == 0 ? !well : well;
        stage.state(well);
        for (Stage.One one : stage.watching.values()) {
          int dice = random.nextInt(12);
          if (one.isAlive() && dice == 0) {
            one.die();
          } else if (!one.isAlive() && dice < 4) {
            one.start();
            stage.state(well);
          }
          stage.seconds(random.nextInt(30));
        }
        stage.seconds(random.nextInt(90));
      }
      stage.watching.values().stream().filter(one -> !one.isAlive()).forEach(Stage.One::start);
      stage.minutes(9, false);
      stage.minutes(15, true);
      List<String> steps = stage.told.stream().map(it -> it.split(" ", 2)[0]).toList();
      assertThat(steps).as("seed %d: %s", seed, stage.told).endsWith("back");
      int begun = steps.lastIndexOf("begun");
      assertThat(stage.ids.subList(begun + 1, stage.ids.size()))
          .as("seed %d: %s", seed, stage.told)
          .contains(stage.ids.get(begun));
    }
  }

  /// A fault of one that was switched off in order hurts nobody, and comes up again with it.
  @Test
  void a_fault_of_one_that_ended_in_order_is_not_told() {
    Stage stage = stage(2);
    stage.minutes(1, true);
    stage.minutes(4, false);
    stage.presence(1, "ended");
    stage.seconds(3600);
    assertThat(what(stage)).isEmpty();
    stage.presence(2, "born");
    stage.minutes(7, false);
    assertThat(what(stage)).containsExactly("begun " + FAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "device pad DR11, device pad DR11 (silent)",
    "device printer DP32, device printer DP32 (paper out)",
    "device pad DF83, device pad DF83",
    "station K11, station K11 (neither the pad nor the scanner can be used)",
    "link, link"
  })
  void what_is_told_says_what_its_code_means(String what, String title) {
    Instant at = Instant.parse("2026-11-30T10:00:00Z");
    Subject subject = new Subject(Kind.FAULT, "hkpl/central/box-2", "3f9a0c12", what);
    Alert alert = new Alert("3f", new Alert.AlertStep.Begun(), subject, 1, at, at, "watch-1");
    assertThat(alert.title(Alert.AlertHelp.NONE)).isEqualTo("hkpl/central/box-2: " + title);
    assertThat(alert.lines(Alert.AlertHelp.NONE))
        .first()
        .isEqualTo(alert.title(Alert.AlertHelp.NONE));
  }

  @Test
  void a_way_that_takes_nothing_holds_up_no_other() {
    Stage stage = new Stage(folder);
    stage.expected =
        IntStream.range(0, 9).mapToObj(i -> StationName.parse("hkpl/central/box-" + i)).toList();
    Stage.One one = stage.new One("watch-0");
    one.hasDeafWay = true;
    one.start();
    stage.seconds(400);
    assertThat(stage.told.subList(0, 10)).filteredOn("tried"::equals).hasSize(1);
    assertThat(stage.told).filteredOn("tried"::equals).hasSizeGreaterThan(9);
  }

  private record Run(List<String> told, List<String> did) {}

  /// A day in which something is wrong and is mended, while one of two dies at a step.
  private Run run(String name, int watching, int who, int diesAt, boolean again, boolean slow) {
    Stage stage = new Stage(folder.resolve(name));
    stage.slow = slow;
    IntStream.range(0, watching).forEach(i -> stage.new One("watch-" + i).start());
    Stage.One dies = List.copyOf(stage.watching.values()).get(who);
    dies.diesAt = diesAt;
    stage.second();
    stage.presence(1, "born");
    for (int minute = 0; minute < 24; minute++) {
      stage.minutes(1, minute < 2 || minute > 11);
      if (again && !dies.isAlive()) {
        dies.start();
      }
    }
    return new Run(what(stage), dies.did);
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({"false,false", "true,false", "false,true", "true,true"})
  void whenever_one_dies_all_is_told_and_twice_only_when_it_died_between(
      boolean again, boolean slow) {
    String kind = "-" + again + slow;
    Run first = run("0-whole" + kind, 2, 0, -1, again, slow);
    Run second = run("1-whole" + kind, 2, 1, -1, again, slow);
    assertThat(first.told()).containsExactly("begun " + FAULT, "back " + OVER);
    assertThat(second.told()).isEqualTo(first.told());
    assertThat(Stream.of(first, second).flatMap(it -> it.did().stream()))
        .contains("after it told begun", "after it told back");
    for (int who = 0; who < 2; who++) {
      List<String> whole = (who == 0 ? first : second).did();
      for (int at = 0; at < whole.size(); at++) {
        told(whole, at, run(who + "-" + at + kind, 2, who, at, again, slow).told(), SAID);
      }
    }
  }

  @Test
  void one_alone_that_dies_and_starts_again_tells_all_and_twice_only_what_was_not_kept() {
    List<String> whole = run("whole", 1, 0, -1, true, false).did();
    for (int at = 0; at < whole.size(); at++) {
      told(
          whole,
          at,
          run("alone-" + at, 1, 0, at, true, false).told(),
          SAID.or("after it wrote"::equals));
    }
  }

  /// @param known what makes sure that it is not told again
  private static void told(List<String> whole, int at, List<String> told, Predicate<String> known) {
    for (String alert : List.of("begun " + FAULT, "back " + OVER)) {
      String step = alert.substring(0, alert.indexOf(' '));
      long times = told.stream().filter(alert::equals).count();
      assertThat(times).as("%s, as one died %s", alert, whole.get(at)).isBetween(1L, 2L);
      if (times == 2) {
        // Told, and nobody knew of it.
        int toldAt = whole.indexOf("after it told " + step);
        assertThat(toldAt).as("died %s", whole.get(at)).isNotNegative().isLessThanOrEqualTo(at);
        assertThat(whole.subList(toldAt, at)).as("died %s", whole.get(at)).noneMatch(known);
      }
    }
  }
}
