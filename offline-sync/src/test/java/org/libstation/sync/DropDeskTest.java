package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinContents.Dropped;
import org.libstation.circulation.BinHistory;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.DropUndone;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.journal.StaffToDo;
import org.libstation.sync.CentralHabits.Habit;
import org.libstation.sync.DropDesk.Identification;

/// What the drop writes down: unread objects, what they turn out to be, and each emptying.
class DropDeskTest {
  private static final ItemId BOOK = new ItemId("30000000000017");
  private static final ItemId OTHER = new ItemId("30000000000025");
  private static final PatronId CARD = new PatronId("20000000000018");
  private static final Optional<Duration> DARK = Optional.of(Duration.ofMillis(240));

  private final Bench bench = bench(false);

  private static Bench bench(boolean atEmptying) {
    Bench bench = new Bench();
    bench.central.has(BOOK, OTHER);
    bench.central.knows(CARD);
    bench.habits =
        CentralHabits.fixed(
            Bench.ZONE,
            atEmptying
                ? Set.of(Habit.RECALLED_IS_ON_LOAN, Habit.HOLDS_AT_EMPTYING)
                : Set.of(Habit.RECALLED_IS_ON_LOAN),
            List.of(14),
            0);
    bench.restart();
    return bench;
  }

  private long dropped(ItemId item) {
    return bench.desk.received(item, bench.clock.now(), How.DROPPED, true, Optional.empty());
  }

  @Test
  void an_object_nobody_could_read_waits_for_staff_and_stays_over_a_power_cut() {
    long object = bench.desk.drop().objectDropped(bench.clock.now(), DARK, "");
    bench.powerCut();
    bench.settle();

    assertThat(bench.entry(object).state()).isEqualTo(EntryState.WITH_STAFF);
    StaffToDo todo = StaffToDo.of(bench.entry(object)).orElseThrow();
    assertThat(todo.main().kind()).isEqualTo(StaffLine.StaffReason.OBJECT_UNIDENTIFIED);
    assertThat(TaskNote.asWritten(todo.main().notes())).contains("before the eye 240");
    assertThat(unknown(bench.desk.drop().contents())).hasSize(1);
  }

  @Test
  void once_it_is_known_it_is_a_return_of_its_first_moment_and_settled_as_any_other() {
    bench.central.lent(BOOK, CARD, bench.clock.now().wall().toLocalDateTime().minusDays(3));
    EventTime first = bench.clock.now();
    long object = bench.desk.drop().objectDropped(first, DARK, "");
    bench.pass(Duration.ofHours(9));

    Identification said = bench.desk.drop().identify(object, BOOK, "Chan");
    long back = ((Identification.ItemIdentified) said).entry();
    assertThat(((ItemReturned) bench.entry(back).what()).handedOver()).isEqualTo(first);
    bench.settle();
    assertThat(bench.closed(back)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.closed(object)).contains(EntryClosed.ClosingReason.BY_STAFF);
    assertThat(bench.entry(back).marks())
        .extracting(JournalEntry.Noted::mark)
        .anySatisfy(
            mark ->
                assertThat(mark)
                    .isInstanceOfSatisfying(
                        Mark.Sending.class, sent -> assertThat(sent.message()).startsWith("09 ")));
  }

  @Test
  void it_is_said_once_only_also_after_a_restart() {
    long object = bench.desk.drop().objectDropped(bench.clock.now(), DARK, "");
    bench.desk.drop().identify(object, BOOK, "Chan");
    bench.powerCut();

    assertThat(bench.desk.drop().identify(object, OTHER, "Lee"))
        .isEqualTo(new Identification.KnownAlready(BOOK));
    assertThat(bench.desk.drop().identify(4711, OTHER, "Lee"))
        .isEqualTo(new Identification.NoObject());
    assertThat(bench.journal.all(1, 100)).hasSize(2);
  }

  @Test
  void what_its_tag_told_is_to_be_armed_and_a_power_cut_does_not_hide_that() {
    EventTime first = bench.clock.now();
    long object = bench.desk.drop().objectDropped(first, DARK, "");
    long other = bench.desk.drop().objectDropped(bench.clock.now(), DARK, "");
    long back =
        ((Identification.ItemIdentified) bench.desk.drop().identify(object, BOOK, "station", true))
            .entry();
    bench.desk.drop().identify(other, OTHER, "patron");
    bench.powerCut();

    assertThat(bench.desk.unarmed())
        .containsExactly(new UnarmedReturn(back, BOOK, first, How.DROPPED));
  }

  @Test
  void what_was_lent_since_cannot_have_been_the_object() {
    long object = bench.desk.drop().objectDropped(bench.clock.now(), DARK, "");
    bench.lend(BOOK, CARD);

    assertThat(bench.desk.drop().identify(object, BOOK, "Chan"))
        .isEqualTo(new Identification.LentSince());
    assertThat(bench.entry(object).state()).isEqualTo(EntryState.WITH_STAFF);
  }

  @Test
  void a_manifest_is_what_the_journal_says_and_an_object_known_later_stays_in_its_load() {
    bench.central.lent(BOOK, CARD, bench.clock.now().wall().toLocalDateTime().minusDays(3));
    long one = dropped(BOOK);
    bench.desk.settleReturn(one);
    long object = bench.desk.drop().objectDropped(bench.clock.now(), DARK, "T23");
    long seen = bench.received(OTHER);

    BinContents load = bench.desk.drop().emptied(bench.clock.now(), "Chan", 2, OptionalInt.of(4));
    assertThat(load.items()).extracting(Dropped::entry).containsExactly(one).doesNotContain(seen);
    assertThat(unknown(load)).extracting(BinContents.Unread::entry).containsExactly(object);
    assertThat(load.by()).isEqualTo("Chan");
    assertThat(bench.desk.drop().contents().size()).isZero();

    bench.desk.drop().identify(object, OTHER, "Chan");
    bench.restart();
    assertThat(bench.desk.drop().contents().size()).isZero();
    assertThat(unknown(bench.desk.drop().last())).isEmpty();
    assertThat(bench.desk.drop().last().objects().getFirst().known()).contains(OTHER);
  }

  @Test
  void a_bin_that_went_without_a_word_is_a_finding_that_stays_on_the_list() {
    dropped(BOOK);
    BinContents load = bench.desk.drop().emptied(bench.clock.now(), "", 1, OptionalInt.empty());

    JournalEntry entry = bench.entry(load.emptying());
    assertThat(entry.state()).isEqualTo(EntryState.CLOSED);
    assertThat(StaffToDo.of(entry).orElseThrow().main().kind())
        .isEqualTo(StaffLine.StaffReason.FINDING);
    assertThat(load.items()).hasSize(1);
  }

  @Test
  void only_what_somebody_waits_for_is_held_back_and_the_power_may_go_in_between() {
    Bench later = bench(true);
    later.central.lent(BOOK, CARD, later.clock.now().wall().toLocalDateTime().minusDays(3));
    later.central.lent(OTHER, CARD, later.clock.now().wall().toLocalDateTime().minusDays(3));
    later.central.holdsWaiting(BOOK, 1);
    long held = later.desk.received(BOOK, later.clock.now(), How.DROPPED, true, Optional.empty());
    long free = later.desk.received(OTHER, later.clock.now(), How.DROPPED, true, Optional.empty());
    later.desk.settleReturn(held);
    later.desk.settleReturn(free);
    assertThat(later.closed(free)).contains(EntryClosed.ClosingReason.SETTLED);

    later.powerCut();
    later.pass(Duration.ofHours(8));
    assertThat(later.closed(held)).isEmpty();
    assertThat(later.desk.drop().contents().holds())
        .extracting(Dropped::item)
        .containsExactly(BOOK);

    BinContents load = later.desk.drop().emptied(later.clock.now(), "Chan", 2, OptionalInt.empty());
    later.settle();
    assertThat(later.closed(held)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(load.holds()).extracting(Dropped::item).containsExactly(BOOK);
  }

  @Test
  void former_fillings_teach_how_many_objects_make_a_point() {
    bench.desk.drop().emptied(bench.clock.now(), "Chan", 60, OptionalInt.of(80));
    bench.desk.drop().emptied(bench.clock.now(), "Chan", 30, OptionalInt.of(45));
    bench.desk.drop().emptied(bench.clock.now(), "Chan", 7, OptionalInt.empty());

    assertThat(bench.desk.drop().history()).isEqualTo(new BinHistory(90, 125));
  }

  @Test
  void an_emptying_is_known_after_a_power_cut_until_the_bin_went_or_it_was_left() {
    bench.desk.drop().emptyingBegun("Chan");
    assertThat(bench.desk.drop().undone().begun()).as("nothing lies in it").isEmpty();
    long book = dropped(BOOK);
    long newest = dropped(OTHER);
    bench.desk.drop().emptyingBegun("Chan");
    bench.powerCut();
    assertThat(bench.desk.drop().undone().begun())
        .contains(new DropUndone.BinEmptyingBegun(newest, "Chan"));
    bench.desk.drop().emptyingLeft();
    assertThat(bench.desk.drop().undone().begun()).isEmpty();
    bench.desk.drop().emptyingBegun("Lee");
    bench.powerCut();
    assertThat(bench.desk.drop().undone().begun())
        .contains(new DropUndone.BinEmptyingBegun(newest, "Lee"));
    BinContents taken = bench.desk.drop().emptied(bench.clock.now(), "Lee", 2, OptionalInt.empty());
    assertThat(taken.items()).extracting(Dropped::entry).containsExactly(book, newest);
    assertThat(bench.desk.drop().undone().begun()).isEmpty();
  }

  @Test
  void a_manifest_is_owed_until_it_came_out_where_somebody_had_said_that_the_bin_goes() {
    long _ = dropped(BOOK);
    BinContents taken =
        bench.desk.drop().emptied(bench.clock.now(), "Chan", 1, OptionalInt.empty());
    bench.powerCut();
    assertThat(bench.desk.drop().undone().unlisted()).contains(taken);
    bench.desk.drop().listed(taken.emptying());
    assertThat(bench.desk.drop().undone().unlisted()).isEmpty();
    long _ = dropped(OTHER);
    BinContents _ = bench.desk.drop().emptied(bench.clock.now(), "", 1, OptionalInt.empty());
    assertThat(bench.desk.drop().undone().unlisted()).isEmpty();
  }

  @Test
  void what_came_in_stands_on_no_slip_until_a_mark_says_so() {
    long book = dropped(BOOK);
    long other = dropped(OTHER);
    bench.powerCut();
    assertThat(bench.desk.drop().undone().unslipped())
        .extracting(Dropped::entry)
        .containsExactly(book, other);
    bench.desk.drop().onSlip(List.of(book, other));
    assertThat(bench.desk.drop().undone().unslipped()).isEmpty();
  }

  /// Objects of which nobody has said yet what they are.
  private static List<BinContents.Unread> unknown(BinContents contents) {
    return contents.objects().stream().filter(object -> object.known().isEmpty()).toList();
  }
}
