package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.TestPrintState;
import org.libstation.flow.state.ShownCodes;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalCounts;
import org.libstation.flow.state.StationFacts.JournalHealth;

class ServiceTest {
  private final Story story = Story.usual();

  @Test
  void without_pad_and_scanner_the_station_is_closed_and_opens_again_by_itself() {
    device(DeviceRole.PAD, DeviceCondition.CONNECTING);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
    device(DeviceRole.SCANNER, DeviceCondition.CONNECTING);
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K11, false));
    device(DeviceRole.PAD, DeviceCondition.READY);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  private List<Effect.LogStaff> told() {
    return story.did(Effect.LogStaff.class);
  }

  private void begins() {
    story.state = FlowState.initial(story.flow.settings(), story.state.now());
    story.effects.clear();
    device(DeviceRole.PAD, DeviceCondition.CONNECTING);
    device(DeviceRole.SCANNER, DeviceCondition.CONNECTING);
  }

  @Test
  void a_start_whose_devices_answer_after_a_moment_is_told_to_nobody() {
    begins();
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K11, false));
    assertThat(ShownCodes.of(story.state)).isEmpty();
    story.seconds(3);
    device(DeviceRole.PAD, DeviceCondition.READY);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
    story.seconds(60);
    assertThat(told()).isEmpty();
  }

  @Test
  void a_start_after_which_no_device_answers_is_told_when_it_lasts() {
    begins();
    story.seconds(29);
    assertThat(told()).isEmpty();
    story.seconds(2);
    assertThat(told()).containsExactly(line(StaffNote.OUT_OF_SERVICE, Code.K11));
    assertThat(ShownCodes.of(story.state)).containsExactly(Code.K11);
    device(DeviceRole.PAD, DeviceCondition.READY);
    assertThat(told()).hasSize(2).last().isEqualTo(line(StaffNote.BACK_IN_SERVICE));
  }

  @Test
  void a_failure_just_after_the_start_is_told_at_once() {
    begins();
    device(DeviceRole.PAD, DeviceCondition.READY);
    device(DeviceRole.PAD, DeviceCondition.CONNECTING);
    assertThat(told()).containsExactly(line(StaffNote.OUT_OF_SERVICE, Code.K11));
  }

  @Test
  void what_else_is_amiss_at_the_start_is_told_at_once_and_so_is_its_end() {
    begins();
    journal(JournalHealth.FAILING);
    assertThat(told()).containsExactly(line(StaffNote.OUT_OF_SERVICE, Code.K21));
    device(DeviceRole.PAD, DeviceCondition.READY);
    journal(JournalHealth.GOOD);
    assertThat(told()).hasSize(2).last().isEqualTo(line(StaffNote.BACK_IN_SERVICE));
  }

  private static Effect.LogStaff line(StaffNote note, Code... code) {
    return new Effect.LogStaff(note, Stream.of(code).findFirst(), Optional.empty());
  }

  @Test
  void a_visit_is_not_cut_off_in_the_middle_of_a_loan() {
    story.borrowing(ANNA).scan(Story.BOOK);
    device(DeviceRole.PAD, DeviceCondition.CONNECTING);
    device(DeviceRole.SCANNER, DeviceCondition.CONNECTING);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    story.lent(Story.BOOK, 7).released(7);
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K11, false));
  }

  @Test
  void a_journal_that_was_set_aside_allows_returns_and_lending_waits_for_a_technician() {
    journal(JournalHealth.SET_ASIDE);
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K22, true));
    story.press(new Key.StartBorrow()).card(ANNA);
    assertThat(story.state.session()).isEmpty();
    story.press(new Key.StartReturn()).scan(Story.BOOK);
    assertThat(story.did(Effect.Receive.class)).hasSize(1);
    story.seconds(300);

    technician().press(new Key.AllowLending()).press(new Key.Leave());
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
    assertThat(story.did(Effect.LogStaff.class))
        .contains(
            new Effect.LogStaff(
                Effect.StaffNote.LENDING_ALLOWED, Optional.empty(), Optional.empty()));
  }

  @Test
  void a_disk_that_is_nearly_full_allows_returns_only() {
    journal(JournalHealth.NEARLY_FULL);
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K24, true));
    story.seconds(2);
    assertThat(story.did(Effect.LockFlap.class)).isEmpty();
  }

  @Test
  void a_full_disk_locks_the_flap_and_room_unlocks_it() {
    journal(JournalHealth.DISK_FULL);
    story.seconds(3);
    assertThat(story.didOnce(Effect.LockFlap.class).locked()).isTrue();
    journal(JournalHealth.GOOD);
    story.seconds(3);
    assertThat(story.did(Effect.LockFlap.class)).hasSize(2);
  }

  @Test
  void a_full_bin_locks_the_flap_until_there_is_room_again() {
    story.tell(new FlowEvent.BinFilled(95)).seconds(1);
    story.tell(new FlowEvent.BinFilled(93)).seconds(1);
    assertThat(story.didOnce(Effect.LockFlap.class).locked()).isTrue();
    story.tell(new FlowEvent.BinFilled(0)).seconds(1);
    assertThat(story.did(Effect.LockFlap.class)).last().isEqualTo(new Effect.LockFlap(false));
  }

  @Test
  void a_drop_without_its_bin_is_locked_until_the_bin_is_back() {
    story.tell(new FlowEvent.DropChanged(true, false, false)).seconds(1);
    assertThat(story.didOnce(Effect.LockFlap.class).locked()).isTrue();
    story.tell(new FlowEvent.DropChanged(true, true, true)).seconds(1);
    assertThat(story.did(Effect.LockFlap.class)).last().isEqualTo(new Effect.LockFlap(false));
  }

  @Test
  void a_lock_that_did_not_answer_is_told_again() {
    story.tell(new FlowEvent.BinFilled(99)).seconds(1);
    story.tell(new FlowEvent.FlapLocked(true, false)).seconds(1);
    assertThat(story.did(Effect.LockFlap.class)).hasSize(2);
    story.tell(new FlowEvent.FlapLocked(true, true)).seconds(5);
    assertThat(story.did(Effect.LockFlap.class)).hasSize(2);
  }

  @Test
  void the_technicians_pin_locks_after_too_many_tries() {
    story.press(new Key.Technician());
    for (int i = 0; i < 5; i++) {
      story
          .pin("1111")
          .tell(new FlowEvent.TechnicianPinChecked(Optional.empty(), StaffLevel.TECHNICIAN));
    }
    assertThat(story.state.screen())
        .isInstanceOfSatisfying(
            Screen.TechnicianPin.class, pin -> assertThat(pin.problem()).contains(Code.K32));
    story.pin("2222");
    assertThat(story.did(Effect.CheckTechnicianPin.class)).hasSize(5);
    story.seconds(301).press(new Key.Technician()).pin("2222");
    assertThat(story.did(Effect.CheckTechnicianPin.class)).hasSize(6);
  }

  @Test
  void the_technician_sees_counts_and_the_result_of_a_test_print() {
    technician();
    story.tell(new FlowEvent.CountsRead(new JournalCounts(3, 1)));
    assertThat(story.state.station().counts()).contains(new JournalCounts(3, 1));
    story.press(new Key.PrintTest());
    long job = story.didOnce(Effect.PrintTestEffect.class).job();
    story.tell(
        new FlowEvent.PrintJobEnded(
            job,
            Optional.of(new FlowEvent.PrintTrouble("DP32", "paper out", false, Optional.empty()))));
    assertThat(story.state.screen())
        .isInstanceOfSatisfying(
            Screen.Technician.class,
            screen ->
                assertThat(screen.test())
                    .isEqualTo(new TestPrintState.Bad("DP32", "paper out", Optional.empty())));
    story.seconds(301);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  @Test
  void a_technicians_pin_is_not_in_the_state_after_it_was_sent() {
    story.press(new Key.Technician()).pin("975310");
    assertThat(Personal.in(story.state)).doesNotContain("975310");
  }

  private Story technician() {
    return story
        .press(new Key.Technician())
        .pin("975310")
        .tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), StaffLevel.TECHNICIAN));
  }

  private void journal(JournalHealth health) {
    story.tell(new FlowEvent.JournalChanged(health, Optional.empty()));
  }

  private void device(DeviceRole role, DeviceCondition condition) {
    story.tell(
        new FlowEvent.DeviceChanged(DeviceLine.plain(role, role.name(), condition, "D12", "gone")));
  }
}
