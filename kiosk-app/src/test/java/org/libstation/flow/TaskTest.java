package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.StaffTask;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.ToDo.Chosen;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.TaskReason;

/// Staff's to-do list on the station's own screen.
class TaskTest {
  static final StaffTask REFUSED =
      new StaffTask(
          17,
          "LOAN_GIVEN",
          "LOAN_REFUSED",
          new ItemId("38801000002326"),
          "紅樓夢",
          new EventTime(
              OffsetDateTime.parse("2026-11-25T18:44:00+08:00"),
              "boot",
              Duration.ZERO,
              Optional.empty(),
              false),
          Optional.of("•••• 0272"),
          Optional.of(Refusal.RefusalReason.PATRON_BLOCKED),
          List.of(TaskNote.of(TaskNoteCode.REFUSED_REASON, Refusal.RefusalReason.PATRON_BLOCKED)));
  static final StaffList LIST = new StaffList(List.of(REFUSED), StaffList.Sums.NONE);

  private final Story story = Story.usual();

  @Test
  void the_list_is_read_when_it_is_opened_and_never_without_a_pin() {
    story.press(new Key.OpenTasks());
    assertThat(story.did(Effect.ReadTasks.class)).isEmpty();

    opened();
    assertThat(screen().list()).contains(LIST);
  }

  @Test
  void a_chosen_task_is_held_against_the_central_system() {
    opened().press(new Key.ChooseTask(17));
    assertThat(story.didOnce(Effect.AskStanding.class).item()).isEqualTo(REFUSED.item());

    ItemStanding standing =
        new ItemStanding(ItemStanding.Where.IN_STOCK, ItemStanding.Source.CENTRAL, "紅樓夢");
    story.tell(new FlowEvent.StandingTold(REFUSED.item(), standing));

    assertThat(chosen().standing()).contains(standing);
  }

  @Test
  void the_whole_card_is_opened_by_name_and_forgotten_with_the_choice() {
    opened().press(new Key.ChooseTask(17)).press(new Key.ShowCard());
    assertThat(story.didOnce(Effect.OpenCard.class)).isEqualTo(new Effect.OpenCard(17, "Chan"));

    story.tell(new FlowEvent.CardNumberShown(17, Optional.of(Story.ANNA)));
    assertThat(chosen().card()).contains(Story.ANNA);

    story.press(new Key.Leave());
    assertThat(screen().chosen()).isEmpty();
    assertThat(Personal.in(story.state)).doesNotContain(Story.ANNA.value());
  }

  @Test
  void a_card_that_comes_after_the_technician_left_is_not_shown() {
    opened().press(new Key.ChooseTask(17)).press(new Key.ShowCard());
    story.press(new Key.Leave()).press(new Key.Leave());
    story.tell(new FlowEvent.CardNumberShown(17, Optional.of(Story.ANNA)));

    assertThat(Personal.in(story.state)).doesNotContain(Story.ANNA.value());
  }

  @Test
  void a_task_is_closed_by_name_and_reason_and_the_list_read_anew() {
    opened().press(new Key.ChooseTask(17)).press(new Key.CloseTask(TaskReason.BOOKED_BY_HAND));
    assertThat(story.didOnce(Effect.CloseStaffTaskEffect.class))
        .isEqualTo(new Effect.CloseStaffTaskEffect(17, "Chan", TaskReason.BOOKED_BY_HAND));

    story.tell(new FlowEvent.TasksRead(new StaffList(List.of(), StaffList.Sums.NONE)));
    assertThat(screen().list().orElseThrow().tasks()).isEmpty();
  }

  @Test
  void nothing_is_closed_that_was_not_chosen() {
    opened().press(new Key.CloseTask(TaskReason.BOOKED_BY_HAND)).press(new Key.ShowCard());
    story.press(new Key.ChooseTask(99));

    assertThat(story.did(Effect.CloseStaffTaskEffect.class)).isEmpty();
    assertThat(story.did(Effect.OpenCard.class)).isEmpty();
    assertThat(screen().chosen()).isEmpty();
  }

  @Test
  void the_list_is_printed_once_at_a_time() {
    opened().press(new Key.PrintTasks()).press(new Key.PrintTasks());
    long job = story.didOnce(Effect.PrintTasksEffect.class).job();
    story.tell(new FlowEvent.PrintJobEnded(job, Optional.empty()));

    assertThat(screen().print()).isEqualTo(new Screen.TestPrintState.TestPrintGood());
  }

  @Test
  void an_abandoned_list_closes_itself() {
    opened().seconds(301);
    assertThat(story.state.screen()).isEqualTo(Screen.Welcome.untouched());
  }

  private Story opened() {
    return story
        .press(new Key.Technician())
        .pin("975310")
        .tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), StaffLevel.TECHNICIAN))
        .press(new Key.OpenTasks())
        .tell(new FlowEvent.TasksRead(LIST));
  }

  private Screen.ToDo screen() {
    return (Screen.ToDo) story.state.screen();
  }

  private Chosen chosen() {
    return screen().chosen().orElseThrow();
  }
}
