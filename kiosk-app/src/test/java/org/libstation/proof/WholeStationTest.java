package org.libstation.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.proof.Miswiring.LOOK_NOT_AWAITED;
import static org.libstation.proof.Miswiring.SILENT_READER_COUNTS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.proof.FailingReaders.Mischief;
import org.libstation.proof.Visitor.Mood;
import org.libstation.simulation.DayHarness;
import org.libstation.simulation.Wire;

/// The laws for the whole station: flow, runner, bridge, drivers, desk, outbox and a journal file,
/// under random days and under a power cut at every step of a scripted one. A failure prints its
/// seed; `-Dwhole.seed=N` runs that one alone, `-Dwhole.seeds=N` more of them.
class WholeStationTest {
  private static final int SEEDS = Integer.getInteger("whole.seeds", 20);

  /// A sample; `./station test --long` runs a hundred thousand, in pieces of other days each.
  private static final int MORE = Integer.getInteger("whole.more", 40);

  private static final int FIRST = Integer.getInteger("whole.first", 10_001);
  private static final int STEPS = 6;

  /// The quick tests cut at every so many steps, all tests at each.
  private static final int SOME = 25;

  /// How many turns of the station after its card was shown something befalls the reader.
  private static final List<Integer> TURNS = List.of(0, 1, 2, 4, 8);

  private static final int SEEDS_TO_CATCH = 300;
  private static final DayHarness<Miswiring, StationDay> DAYS =
      new DayHarness<>(StationDay::new, Miswiring.NONE, STEPS);

  /// Milliseconds after which the pad fails, the book is taken, *Return* is pressed, the pad is
  /// back. In the later ones the reader is not known to be silent when the key is pressed.
  private static final List<List<Integer>> ORDERS =
      List.of(
          List.of(1_000, 3_000, 6_000, 9_000),
          List.of(3_000, 1_000, 6_000, 9_000),
          List.of(1_000, 3_000, 9_000, 6_000),
          List.of(3_000, 1_000, 9_000, 6_000),
          List.of(4_000, 1_000, 4_000, 9_000),
          List.of(1_000, 1_020, 1_040, 9_000),
          List.of(1_000, 1_200, 1_400, 9_000),
          List.of(1_000, 1_200, 1_400, 1_600),
          List.of(1_040, 1_000, 1_060, 9_000),
          List.of(1_200, 1_000, 1_180, 9_000));

  @Test
  void a_patron_takes_what_was_lent_and_the_books_agree() {
    try (StationDay day = new StationDay(1, Miswiring.NONE)) {
      PatronId ann = day.patrons().getFirst();
      day.borrow(ann, day.items().subList(0, 2), Mood.PATIENT, false);
      assertThat(day.world().heldBy(ann)).as(day.history()).hasSize(2);
      assertThat(day.broken()).as(day.history()).isEmpty();
      day.giveBack(ann, day.items().getFirst(), Mood.PATIENT);
      day.drop(day.items().get(1));
      assertThat(day.world().heldBy(ann)).as(day.history()).isEmpty();
      assertThat(day.heal()).as(day.history()).isEmpty();
    }
  }

  @Test
  void the_laws_hold_for_the_whole_station_on_any_random_day() {
    Integer only = Integer.getInteger("whole.seed");
    int first = only == null ? 1 : only;
    DAYS.holds(first, only == null ? SEEDS : only);
  }

  @Test
  @Tag("full")
  void the_laws_hold_for_the_whole_station_on_many_more_days() {
    DAYS.holds(SEEDS + 1, 200);
    DAYS.holds(FIRST, FIRST + MORE - 1);
  }

  @Test
  void nothing_is_lost_when_the_power_is_cut_in_a_patrons_day() {
    DayHarness.cutEvery(SOME, WholeStationTest::script);
  }

  @Test
  @Tag("full")
  void nothing_is_lost_wherever_the_power_is_cut_in_a_patrons_day() {
    DayHarness.cutEvery(1, WholeStationTest::script);
  }

  /// @param cut the step at which the power goes; 0 = never
  /// @return how many steps there were
  private static int script(int cut) {
    try (StationDay day = new StationDay(cut, Miswiring.NONE)) {
      PatronId ann = day.patrons().getFirst();
      PatronId bob = day.patrons().get(1);
      List<ItemId> items = day.items();
      List<Runnable> steps = new ArrayList<>();
      steps.add(() -> day.borrow(ann, items.subList(0, 1), Mood.PATIENT, true));
      steps.add(() -> day.wire().next(Wire.Fault.LOSE_REPLY));
      steps.add(() -> day.giveBack(ann, items.getFirst(), Mood.PATIENT));
      steps.add(() -> day.wire().down(true));
      steps.add(() -> day.borrow(bob, items.subList(2, 3), Mood.PATIENT, true));
      steps.add(() -> day.wire().down(false));
      steps.add(() -> day.pass(Duration.ofMinutes(20)));
      return DayHarness.play(day, cut, steps);
    }
  }

  @Test
  void what_was_lent_and_left_on_the_pad_is_known_when_the_power_is_cut() {
    cutLentAndLeft(SOME);
  }

  @Test
  @Tag("full")
  void what_was_lent_and_left_on_the_pad_is_known_wherever_the_power_is_cut() {
    cutLentAndLeft(1);
  }

  private static void cutLentAndLeft(int stride) {
    int steps = lentAndLeft(Miswiring.NONE, 0, new ArrayList<>());
    assertThat(steps).isGreaterThan(20);
    for (int cut = 1; cut <= steps; cut += stride) {
      List<String> broken = new ArrayList<>();
      int _ = lentAndLeft(Miswiring.NONE, cut, broken);
      assertThat(broken).as("cut at %d", cut).isEmpty();
    }
  }

  @Test
  @Tag("full")
  void a_station_that_knows_by_memory_alone_what_was_left_on_the_pad_is_caught() {
    int steps = lentAndLeft(Miswiring.UNTAKEN_IN_MEMORY, 0, new ArrayList<>());
    List<String> broken = new ArrayList<>();
    for (int cut = steps; cut > 0 && broken.isEmpty(); cut--) {
      int _ = lentAndLeft(Miswiring.UNTAKEN_IN_MEMORY, cut, broken);
    }
    assertThat(broken).isNotEmpty();
    assertThat(broken.toString()).contains("lies there, not armed, and nobody knows");
  }

  /// Two books are lent, with the link or without it, and left lying.
  ///
  /// @param cut the step at which the power goes; 0 = never
  /// @param broken takes what is broken, and then the history
  /// @return how many steps there were
  private static int lentAndLeft(Miswiring bug, int cut, List<String> broken) {
    int taken = 0;
    for (boolean down : List.of(false, true)) {
      try (StationDay day = new StationDay(7, bug)) {
        day.wire().down(down);
        int before = day.power().steps();
        if (cut > 0) {
          day.power().cutAfter(cut);
        }
        day.borrow(day.patrons().getFirst(), day.items().subList(0, 2), Mood.LEAVES, true);
        taken = Math.max(taken, day.power().steps() - before);
        broken.addAll(day.broken());
        broken.addAll(day.heal());
        if (!broken.isEmpty()) {
          broken.add(day.history());
          return taken;
        }
      }
    }
    return taken;
  }

  /// Whatever befalls the reader while a card is read, a day with each make of reader.
  @ParameterizedTest
  @ValueSource(longs = {5, 10, 15, 20})
  void a_card_that_was_read_by_half_is_nobodys(long seed) {
    try (StationDay day = new StationDay(seed, Miswiring.NONE)) {
      SharedPort port = day.kiosk().readers().getFirst();
      LoopLine line = day.kiosk().readerLines().getFirst();
      PatronId ann = day.patrons().getFirst();
      assertThat(day.showCard(ann, 0, new Mischief("nothing", () -> {}))).isTrue();
      int lost = 0;
      for (Mischief mischief : FailingReaders.at(port, line)) {
        for (int turns : TURNS) {
          lost += day.showCard(ann, turns, mischief) ? 0 : 1;
          assertThat(day.broken()).as(day.history()).isEmpty();
        }
      }
      assertThat(lost).as("cards that could not be read").isPositive();
      assertThat(day.showCard(ann, 0, new Mischief("nothing", () -> {}))).isTrue();
      assertThat(day.heal()).as(day.history()).isEmpty();
    }
  }

  /// Failure, taking away, press and recovery in any order, seconds and moments apart.
  @ParameterizedTest
  @Tag("full")
  @EnumSource
  void a_book_that_was_carried_away_is_not_returned_however_the_pad_fails(FailingPad.Kind kind) {
    for (List<Integer> order : ORDERS) {
      List<String> broken = carriedAway(kind, order, Miswiring.NONE);
      assertThat(broken).as("fails, taken, press, back after %s ms", order).isEmpty();
    }
  }

  @Test
  void a_list_that_outlives_its_reader_returns_a_book_that_is_not_there() {
    assertThat(carriedAway(FailingPad.Kind.UNPLUGGED, ORDERS.getFirst(), SILENT_READER_COUNTS))
        .anyMatch(words -> words.contains("is not here"))
        .anyMatch(words -> words.contains("is gone with"));
  }

  @ParameterizedTest
  @EnumSource
  void a_list_taken_for_a_look_returns_a_book_that_was_taken_a_moment_ago(FailingPad.Kind kind) {
    assertThat(carriedAway(kind, List.of(1_000, 1_200, 1_600, 9_000), LOOK_NOT_AWAITED))
        .anyMatch(words -> words.contains("is not here"))
        .anyMatch(words -> words.contains("is gone with"));
  }

  private static List<String> carriedAway(
      FailingPad.Kind kind, List<Integer> millis, Miswiring bug) {
    try (StationDay day = new StationDay(3, bug)) {
      PatronId ann = day.patrons().getFirst();
      ItemId book = day.items().getFirst();
      day.borrow(ann, List.of(book), Mood.PATIENT, true);
      assertThat(day.world().heldBy(ann)).as(day.history()).containsExactly(book);
      day.failingPad(
          ann,
          book,
          new FailingPad.Order(
              kind,
              Duration.ofMillis(millis.get(0)),
              Optional.of(Duration.ofMillis(millis.get(1))),
              Duration.ofMillis(millis.get(2)),
              Duration.ofMillis(millis.get(3))));
      List<String> broken = new ArrayList<>(day.broken());
      assertThat(day.world().heldBy(ann)).as(day.history()).containsExactly(book);
      broken.addAll(day.heal());
      return broken;
    }
  }

  @ParameterizedTest
  @Tag("full")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_wrong_wiring_is_caught(Miswiring bug) {
    assertThat(leftLyingAndStubborn(Miswiring.NONE)).isEmpty();
    if (!leftLyingAndStubborn(bug).isEmpty()) {
      return;
    }
    DAYS.catches(bug, bug.firstSeed(), SEEDS_TO_CATCH);
  }

  /// A returned book is left lying on the pad while the next person borrows another; then a tag
  /// that keeps its bit is handed over.
  private static List<String> leftLyingAndStubborn(Miswiring bug) {
    try (StationDay day = new StationDay(5, bug)) {
      PatronId ann = day.patrons().getFirst();
      PatronId bob = day.patrons().get(1);
      List<ItemId> items = day.items();
      List<String> broken = new ArrayList<>();
      day.borrow(ann, items.subList(0, 2), Mood.PATIENT, true);
      assertThat(day.world().heldBy(ann)).as(day.history()).hasSize(2);
      day.giveBack(ann, items.getFirst(), Mood.LEAVES);
      day.borrow(bob, items.subList(2, 3), Mood.PATIENT, false);
      broken.addAll(day.broken());
      day.stubborn(items.get(1));
      day.giveBack(ann, items.get(1), Mood.PATIENT);
      broken.addAll(day.broken());
      broken.addAll(day.heal());
      return broken;
    }
  }
}
