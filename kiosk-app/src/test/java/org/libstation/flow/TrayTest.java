package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BEN;
import static org.libstation.flow.Story.BOOK;
import static org.libstation.flow.Story.OTHER;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.ItemStanding.Source;
import org.libstation.circulation.ItemStanding.Where;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.TagCheck;
import org.libstation.flow.state.TagCheck.BitState;
import org.libstation.flow.state.TagCheck.TagRepairState;
import org.libstation.flow.state.TagReading;

/// A wrong security bit on the tray, and a card that was left there.
class TrayTest {
  private final Story story = Story.usual();

  @Test
  void a_wrong_bit_is_found_and_set_right_only_when_its_key_is_pressed() {
    story.tag("E1", new TagReading.ItemTag(BOOK, 1, 1), SecurityBit.CLEARED);
    technician().press(new Key.CheckTray());
    assertThat(story.didOnce(Effect.ReadSecurityEffect.class).uid()).isEqualTo("E1");
    assertThat(story.didOnce(Effect.AskStanding.class).item()).isEqualTo(BOOK);
    assertThat(check("E1").verdict()).isEqualTo(BitState.ASKING);
    read("E1", SecurityBit.CLEARED).stands(BOOK, Where.IN_STOCK).seconds(30);
    assertThat(check("E1").verdict()).isEqualTo(BitState.WRONG);
    assertThat(story.did(Effect.RepairTag.class)).isEmpty();

    story.press(new Key.Repair("E1")).press(new Key.Repair("E1"));
    assertThat(story.didOnce(Effect.RepairTag.class))
        .isEqualTo(new Effect.RepairTag("E1", SecurityBit.ARMED));
    story.tell(new FlowEvent.TagRepaired("E1", SecurityBit.ARMED, TagResult.DONE));
    assertThat(check("E1").verdict()).isEqualTo(BitState.RIGHT);
    assertThat(check("E1").repair()).isEqualTo(TagRepairState.DONE);
    assertThat(story.did(Effect.LogStaff.class))
        .contains(
            new Effect.LogStaff(StaffNote.TAG_SET_IN_STOCK, Optional.empty(), Optional.of(BOOK)));
  }

  @Test
  void what_is_lent_and_still_secured_can_be_set_to_lent() {
    story.tag("E1", BOOK);
    technician().press(new Key.CheckTray());
    read("E1", SecurityBit.ARMED).stands(BOOK, Where.ON_LOAN).press(new Key.Repair("E1"));
    assertThat(story.didOnce(Effect.RepairTag.class))
        .isEqualTo(new Effect.RepairTag("E1", SecurityBit.CLEARED));
    story.tell(new FlowEvent.TagRepaired("E1", SecurityBit.CLEARED, TagResult.FAILED));
    assertThat(check("E1").repair()).isEqualTo(TagRepairState.FAILED);
    assertThat(check("E1").verdict()).isEqualTo(BitState.WRONG);
    assertThat(story.did(Effect.LogStaff.class))
        .contains(new Effect.LogStaff(StaffNote.TAG_NOT_SET, Optional.empty(), Optional.of(BOOK)));
    story.press(new Key.Repair("E1"));
    assertThat(story.did(Effect.RepairTag.class)).hasSize(2);
  }

  @Test
  void nothing_is_offered_where_all_is_right_nobody_knows_or_the_value_is_not_ours() {
    story.tag("E1", BOOK).tag("E2", OTHER);
    technician().press(new Key.CheckTray());
    read("E1", SecurityBit.ARMED).stands(BOOK, Where.IN_STOCK);
    read("E2", SecurityBit.ARMED).stands(OTHER, Where.UNKNOWN);
    assertThat(check("E1").verdict()).isEqualTo(BitState.RIGHT);
    assertThat(check("E2").verdict()).isEqualTo(BitState.NOT_KNOWN);
    read("E1", SecurityBit.UNKNOWN);
    assertThat(check("E1").verdict()).isEqualTo(BitState.NOT_OURS);
    story.tell(new FlowEvent.SecurityRead("E2", Optional.empty()));
    assertThat(check("E2").verdict()).isEqualTo(BitState.UNREADABLE);
    story.press(new Key.Repair("E1")).press(new Key.Repair("E2"));
    assertThat(story.did(Effect.RepairTag.class)).isEmpty();
  }

  @Test
  void the_tray_is_behind_the_pin_and_what_staff_lay_there_is_not_lent_to_the_next_patron() {
    story.press(new Key.CheckTray());
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
    technician().press(new Key.CheckTray());
    story.tag("E1", BOOK);
    assertThat(check("E1").item()).isEqualTo(BOOK);
    story.lift("E1");
    assertThat(((Screen.Tray) story.state.screen()).checks()).isEmpty();
    story.tag("E1", BOOK).press(new Key.Leave()).press(new Key.Leave());
    story.borrowing(ANNA).seconds(5);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.state.leftBehind()).extracting(PadTag::uid).containsExactly("E1");
  }

  @Test
  void an_item_that_is_refused_while_its_tag_says_lent_is_told_to_staff_and_not_written_to() {
    story.borrowing(ANNA);
    story.tag("E1", new TagReading.ItemTag(BOOK, 1, 1), SecurityBit.CLEARED).seconds(3);
    story.tell(
        new FlowEvent.LendAnswered(
            story.sessionNumber(),
            new LoanOutcome.NotLent(
                BOOK, Optional.empty(), Refusal.of(Refusal.RefusalReason.NOT_FOR_LOAN), 0, false)));
    assertThat(story.state.station().matters())
        .singleElement()
        .satisfies(matter -> assertThat(matter.code()).isEqualTo(Code.T28));
    assertThat(story.did(Effect.ArmTag.class)).isEmpty();
    assertThat(story.did(Effect.RepairTag.class)).isEmpty();
  }

  @Test
  void a_card_on_the_pad_is_no_item_and_is_said_when_its_person_leaves() {
    story.tell(cardTag("C1")).pin("1234").known(ANNA).tag("E1", BOOK).seconds(3);
    assertThat(story.didOnce(Effect.Lend.class).item()).isEqualTo(BOOK);
    story.lent(BOOK, 7).cleared(7, "E1", TagResult.DONE).released(7).lift("E1");
    story.press(new Key.Confirm());
    assertThat(story.state.screen()).isInstanceOf(Screen.ReceiptChoice.class);
    assertThat(story.state.cardLying()).isTrue();
    story.press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE));
    assertThat(story.state.cardLying()).isTrue();
    assertThat(story.state.leftBehind()).isEmpty();
    assertThat(Personal.in(story.state)).doesNotContain(ANNA.value());
    story.lift("C1");
    assertThat(story.state.cardLying()).isFalse();
    story.seconds(300);
    assertThat(story.did(Effect.LogStaff.class))
        .noneMatch(line -> line.note() == StaffNote.CARD_LEFT);
  }

  @Test
  void a_card_that_stays_is_told_to_staff_once_and_does_not_hinder_the_next_patron() {
    story.tell(cardTag("C1")).pin("1234").known(ANNA).press(new Key.Leave()).seconds(300);
    assertThat(story.did(Effect.LogStaff.class))
        .filteredOn(line -> line.note() == StaffNote.CARD_LEFT)
        .containsExactly(
            new Effect.LogStaff(StaffNote.CARD_LEFT, Optional.of(Code.C26), Optional.empty()));
    story.borrowing(BEN);
    assertThat(story.state.screen()).isEqualTo(new Screen.Borrow(Screen.Hands.PLACE_ITEMS));
  }

  @Test
  void while_the_pad_is_unplugged_what_was_read_is_not_lent_and_must_be_placed_again() {
    story.borrowing(ANNA).tag("E1", BOOK).pad(StationFacts.DeviceCondition.CONNECTING).seconds(30);
    assertThat(story.did(Effect.Lend.class)).isEmpty();
    assertThat(story.onlyRow().state())
        .isEqualTo(new BorrowRow.BorrowRowState.NotRecognised(Code.T13, "1111"));

    story.pad(StationFacts.DeviceCondition.READY).lift("E1").listed().seconds(5);
    assertThat(story.state.session().orElseThrow().borrows()).isEmpty();
    story.tag("E1", BOOK).seconds(3);
    assertThat(story.didOnce(Effect.Lend.class).item()).isEqualTo(BOOK);
  }

  @Test
  void the_cause_why_the_journal_fails_is_kept_for_the_technician_until_it_is_mended() {
    story.tell(
        new FlowEvent.JournalChanged(
            StationFacts.JournalHealth.FAILING, Optional.of(StationFacts.JournalCause.KEY)));
    assertThat(story.state.station().cause()).contains(StationFacts.JournalCause.KEY);
    story.tell(new FlowEvent.JournalChanged(StationFacts.JournalHealth.GOOD, Optional.empty()));
    assertThat(story.state.station().cause()).isEmpty();
  }

  private Told technician() {
    story.press(new Key.Technician());
    story.press(new Key.Digit(1)).press(new Key.Confirm());
    assertThat(story.didOnce(Effect.CheckTechnicianPin.class).pin()).isEqualTo(new Pin("1"));
    return new Told(
        story.tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), StaffLevel.TECHNICIAN)));
  }

  private Told read(String uid, SecurityBit bit) {
    return new Told(story.tell(new FlowEvent.SecurityRead(uid, Optional.of(bit))));
  }

  private record Told(Story story) {
    Told stands(ItemId item, Where where) {
      story.tell(
          new FlowEvent.StandingTold(item, new ItemStanding(where, Source.CENTRAL, Story.TITLE)));
      return this;
    }

    Told press(Key key) {
      story.press(key);
      return this;
    }

    Told seconds(long seconds) {
      story.seconds(seconds);
      return this;
    }
  }

  private static FlowEvent cardTag(String uid) {
    return new FlowEvent.TagArrived(
        Place.PAD, uid, new TagReading.CardTag(ANNA), SecurityBit.CLEARED);
  }

  private TagCheck check(String uid) {
    return ((Screen.Tray) story.state.screen())
        .checks().stream().filter(check -> check.uid().equals(uid)).findFirst().orElseThrow();
  }
}
