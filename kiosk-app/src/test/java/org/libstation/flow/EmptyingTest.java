package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinHistory;
import org.libstation.circulation.DropUndone;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Emptying.EmptyingStage;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts;

/// Staff empty the bin; a bin that goes without a word is told.
class EmptyingTest {
  private final Story story = Story.usual();

  private Story emptying() {
    return story
        .press(new Key.Technician())
        .pin("975310")
        .tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), StaffLevel.TECHNICIAN))
        .press(new Key.EmptyBin());
  }

  private Story drop(boolean bin, boolean door) {
    return story.tell(new FlowEvent.DropChanged(true, bin, door));
  }

  private EmptyingStage stage() {
    return ((Screen.Emptying) story.state.screen()).step();
  }

  private static Story atTheDrop() {
    return new Story(FlowTests.role(StationFacts.StationRole.BOOK_DROP))
        .tell(
            new FlowEvent.DeviceChanged(
                StationFacts.DeviceLine.plain(
                    StationFacts.DeviceRole.DROP,
                    "bin",
                    StationFacts.DeviceCondition.READY,
                    "",
                    "")))
        .seconds(1);
  }

  private static Story card(Story drop) {
    return drop.tell(new FlowEvent.BarcodeRead(Place.DROP, new ScannedCode.Card(Story.ANNA)));
  }

  @Test
  void a_staff_card_at_the_drop_opens_what_its_level_may() {
    Story drop = card(atTheDrop());
    assertThat(drop.didOnce(Effect.CheckStaffCard.class).card()).isEqualTo(Story.ANNA);
    drop.tell(new FlowEvent.StaffCardChecked(Optional.of("Chan"), StaffLevel.STAFF));
    assertThat(drop.state.screen()).isInstanceOf(Screen.Technician.class);
    drop.press(new Key.OpenChecks());
    assertThat(drop.did(Effect.RunChecks.class)).isEmpty();
    drop.press(new Key.EmptyBin());
    assertThat(drop.state.screen()).isInstanceOf(Screen.Emptying.class);
  }

  @Test
  void a_readers_card_at_the_drop_opens_nothing_and_is_told() {
    Story drop = card(atTheDrop());
    assertThat(drop.state.sight().hint().orElseThrow().code()).isEqualTo(Code.R13);
    drop.tell(new FlowEvent.StaffCardChecked(Optional.empty(), StaffLevel.STAFF));
    assertThat(drop.state.screen()).isInstanceOf(Screen.BookDropScreen.class);
  }

  @Test
  void a_staff_card_stands_for_the_pin_and_a_wrong_one_counts_as_a_wrong_pin() {
    story.press(new Key.Technician());
    for (int i = 0; i < 5; i++) {
      card(story).tell(new FlowEvent.StaffCardChecked(Optional.empty(), StaffLevel.STAFF));
    }
    card(story);
    assertThat(story.did(Effect.CheckStaffCard.class)).hasSize(5);
    assertThat(((Screen.TechnicianPin) story.state.screen()).problem()).contains(Code.K32);
  }

  @Test
  void the_flap_is_locked_the_bin_taken_out_in_a_name_and_the_manifest_printed() {
    story.tell(new FlowEvent.BinCounted(31)).tell(new FlowEvent.BinFilled(44));
    emptying().seconds(1);
    assertThat(story.didOnce(Effect.LockFlap.class).locked()).isTrue();

    drop(true, true);
    drop(false, true).tell(new FlowEvent.BinCounted(0));
    Effect.EmptyBinEffect bin = story.didOnce(Effect.EmptyBinEffect.class);
    assertThat(bin.by()).isEqualTo("Chan");
    assertThat(bin.counted()).isEqualTo(31);
    assertThat(bin.percent()).hasValue(44);
    story.tell(new FlowEvent.BinWritten(BinContents.EMPTY));
    assertThat(story.didOnce(Effect.PrintManifest.class).contents()).isEqualTo(BinContents.EMPTY);
    assertThat(stage()).isEqualTo(EmptyingStage.PUT_IN);

    drop(true, true);
    assertThat(stage()).isEqualTo(EmptyingStage.PUT_IN);
    drop(true, false);
    assertThat(stage()).isEqualTo(EmptyingStage.DONE);
    assertThat(story.state.sight().fill().objects()).isZero();
    story.press(new Key.Leave()).seconds(1);
    assertThat(story.did(Effect.LockFlap.class)).last().isEqualTo(new Effect.LockFlap(false));
  }

  @Test
  void a_bin_that_goes_while_nobody_had_said_so_is_told() {
    story.tell(new FlowEvent.BinCounted(3));
    drop(false, false);
    assertThat(story.didOnce(Effect.EmptyBinEffect.class).by()).isEmpty();
  }

  @Test
  void a_bin_that_is_out_at_the_start_is_told_where_the_journal_has_something_in_it() {
    story.tell(new FlowEvent.BinTold(95, BinHistory.NONE, 4));
    drop(false, false);
    assertThat(story.didOnce(Effect.EmptyBinEffect.class).counted()).isEqualTo(4);
  }

  @Test
  void a_bin_that_is_out_still_after_its_emptying_and_a_restart_is_not_told_again() {
    story.tell(new FlowEvent.BinTold(95, BinHistory.NONE, 0));
    drop(false, false);
    assertThat(story.did(Effect.EmptyBinEffect.class)).isEmpty();
  }

  @Test
  void an_empty_bin_where_the_journal_knows_of_a_full_one_went_while_the_program_was_off() {
    story.tell(new FlowEvent.BinTold(95, BinHistory.NONE, 40));
    story.tell(new FlowEvent.BinFilled(0));
    assertThat(story.didOnce(Effect.EmptyBinEffect.class).by()).isEmpty();
    story.tell(new FlowEvent.BinFilled(0));
    assertThat(story.did(Effect.EmptyBinEffect.class)).hasSize(1);
  }

  @Test
  void a_few_objects_do_not_prove_that_an_empty_bin_is_another_one() {
    story.tell(new FlowEvent.BinTold(95, BinHistory.NONE, 6));
    story.tell(new FlowEvent.BinFilled(0));
    assertThat(story.did(Effect.EmptyBinEffect.class)).isEmpty();
  }

  private static DropUndone begun() {
    return new DropUndone(
        Optional.of(new DropUndone.BinEmptyingBegun(12, "Chan")), Optional.empty(), List.of());
  }

  private Story cut(DropUndone undone, int inside) {
    return story
        .restarted()
        .tell(new FlowEvent.DropFound(undone))
        .tell(new FlowEvent.BinTold(95, BinHistory.NONE, inside));
  }

  @Test
  void that_the_bin_is_being_emptied_and_that_it_was_not_is_written_down() {
    emptying();
    assertThat(story.didOnce(Effect.BeginEmptying.class).by()).isEqualTo("Chan");
    story.seconds(2);
    assertThat(story.did(Effect.LeaveEmptying.class)).isEmpty();
    story.press(new Key.Leave()).seconds(2);
    assertThat(story.did(Effect.LeaveEmptying.class)).hasSize(1);
  }

  @Test
  void a_bin_that_went_is_not_written_down_as_left() {
    story.tell(new FlowEvent.BinCounted(3));
    emptying();
    drop(false, false).seconds(2).press(new Key.Leave()).seconds(2);
    assertThat(story.did(Effect.LeaveEmptying.class)).isEmpty();
  }

  @Test
  void a_bin_that_is_out_after_a_power_cut_went_in_the_name_of_who_had_begun() {
    cut(begun(), 4);
    drop(false, false);
    assertThat(story.didOnce(Effect.EmptyBinEffect.class).by()).isEqualTo("Chan");
    assertThat(story.did(Effect.LeaveEmptying.class)).isEmpty();
  }

  @Test
  void so_it_did_when_the_devices_say_so_before_the_journal() {
    story.restarted();
    drop(false, false);
    story.tell(new FlowEvent.DropFound(begun()));
    story.tell(new FlowEvent.BinTold(95, BinHistory.NONE, 4));
    assertThat(story.didOnce(Effect.EmptyBinEffect.class).by()).isEqualTo("Chan");
    story.seconds(900);
    assertThat(story.did(Effect.ToldFinding.class)).isEmpty();
  }

  @Test
  void an_empty_bin_after_a_power_cut_in_an_emptying_was_emptied_however_little_was_in_it() {
    cut(begun(), 4).tell(new FlowEvent.BinFilled(0));
    assertThat(story.didOnce(Effect.EmptyBinEffect.class).by()).isEqualTo("Chan");
  }

  @Test
  void where_nobody_can_tell_whether_the_bin_went_staff_are_told_so_once() {
    cut(begun(), 4).seconds(900);
    assertThat(story.did(Effect.EmptyBinEffect.class)).isEmpty();
    assertThat(story.didOnce(Effect.ToldFinding.class))
        .isEqualTo(new Effect.ToldFinding(12, Code.T46));
    assertThat(story.did(Effect.LeaveEmptying.class)).hasSize(1);
  }

  @Test
  void a_bin_that_is_full_still_was_not_emptied_and_nobody_is_told() {
    cut(begun(), 4).tell(new FlowEvent.BinFilled(44)).seconds(900);
    assertThat(story.did(Effect.ToldFinding.class)).isEmpty();
    assertThat(story.did(Effect.LeaveEmptying.class)).hasSize(1);
  }

  @Test
  void a_manifest_that_a_power_cut_kept_back_comes_out_once_the_printer_is_there() {
    cut(new DropUndone(Optional.empty(), Optional.of(taken()), List.of()), 0).seconds(3);
    assertThat(story.did(Effect.PrintManifest.class)).isEmpty();
    printer();
    story.seconds(2);
    Effect.PrintManifest print = story.didOnce(Effect.PrintManifest.class);
    assertThat(print.contents()).isEqualTo(taken());
    story.tell(new FlowEvent.PrintJobEnded(print.job(), Optional.empty())).seconds(5);
    assertThat(story.didOnce(Effect.MarkListed.class).emptying()).isEqualTo(9);
    assertThat(story.did(Effect.PrintManifest.class)).hasSize(1);
  }

  @Test
  void the_manifest_of_a_bin_whose_going_was_seen_after_a_power_cut_comes_out_too() {
    cut(begun(), 4);
    printer();
    drop(false, false).tell(new FlowEvent.BinWritten(taken())).seconds(2);
    assertThat(story.didOnce(Effect.PrintManifest.class).contents()).isEqualTo(taken());
  }

  private BinContents taken() {
    return new BinContents(
        9,
        Optional.empty(),
        Optional.of(Story.time(Duration.ofMinutes(58))),
        "Chan",
        OptionalInt.of(3),
        List.of(),
        List.of());
  }

  private void printer() {
    story.tell(
        new FlowEvent.DeviceChanged(
            StationFacts.DeviceLine.plain(
                StationFacts.DeviceRole.PRINTER,
                "printer",
                StationFacts.DeviceCondition.READY,
                "",
                "")));
  }
}
