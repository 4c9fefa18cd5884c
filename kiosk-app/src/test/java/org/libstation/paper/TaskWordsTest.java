package org.libstation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StaffTask;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.language.Words;

/// A journal keeps the name of a reason; a person reads words.
class TaskWordsTest {
  private static final Texts TEXTS = TestTexts.OURS;
  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

  private static StaffTask task(TaskNote... notes) {
    EventTime at =
        new EventTime(
            OffsetDateTime.parse("2026-11-28T10:00:00+08:00"),
            "boot",
            Duration.ZERO,
            Optional.empty(),
            false);
    return new StaffTask(
        7,
        "LOAN_GIVEN",
        "LOAN_REFUSED",
        new ItemId("38801000000015"),
        "",
        at,
        Optional.empty(),
        Optional.empty(),
        List.of(notes));
  }

  @Test
  void every_reason_is_told_in_words_in_every_language() {
    for (Language language : Language.values()) {
      Words words = TEXTS.in(language);
      for (Refusal.RefusalReason reason : Refusal.RefusalReason.values()) {
        String note =
            TaskWords.note(
                words,
                ZoneOffset.UTC,
                task(
                    TaskNote.of(TaskNoteCode.NOT_BOOKED),
                    TaskNote.of(TaskNoteCode.REFUSED_REASON, reason)));
        assertThat(note)
            .isEqualTo(words.say("note.NOT_BOOKED") + words.say("plot.reason." + reason));
      }
    }
  }

  private static StaffTask money(String kind, TaskNote... notes) {
    StaffTask task = task(notes);
    return task.with(
        c ->
            c.deed("PAYMENT_ASKED")
                .kind(kind)
                .title("")
                .card(Optional.empty())
                .refused(Optional.empty()));
  }

  @Test
  void what_a_terminal_took_is_told_as_money_and_looked_for_by_its_receipt_number() {
    StaffTask task =
        money(
            "TERMINAL_OTHER_SUM",
            TaskNote.of(TaskNoteCode.ASKED_FOR, "HKD 12.00", "2026-11-24T18:44:00+08:00"),
            TaskNote.of(
                TaskNoteCode.TERMINAL_TOOK, "HKD 9.99", "0101 trace 000101 terminal 52500038"));
    for (Language language : Language.values()) {
      String act = TaskWords.act(TEXTS.in(language), task);
      String note = TaskWords.note(TEXTS.in(language), HONG_KONG, task);
      assertThat(act).contains("0101");
      assertThat(note).contains("HKD 12.00", "HKD 9.99", "0101", "000101", "52500038");
      if (language != Language.EN) {
        assertThat(note.replace("HKD", "")).doesNotContainPattern("[A-Za-z]");
      }
    }
  }

  /// What is told beside it is of that zone too.
  @Test
  void a_moment_of_a_note_is_told_as_the_station_s_clocks_show_it() {
    StaffTask task =
        money(
            "PAYMENT_IN_DOUBT",
            TaskNote.of(TaskNoteCode.MONEY_TAKEN, "HKD 12.00", "2026-11-24T17:44:00Z", "0101"),
            TaskNote.text("x"));
    assertThat(TaskWords.note(TEXTS.in(Language.EN), HONG_KONG, task))
        .isEqualTo("HKD 12.00 taken 25 Nov 2026 01:44, receipt 0101; x");
    assertThat(TaskWords.note(TEXTS.in(Language.ZH_HANT_HK), HONG_KONG, task))
        .contains("11月25日", "1:44");
  }

  @Test
  void what_was_perhaps_given_back_is_looked_for_at_the_terminal_first() {
    StaffTask task =
        money(
            "GIVING_BACK_IN_DOUBT",
            TaskNote.of(
                TaskNoteCode.MONEY_TAKEN,
                "HKD 12.00",
                "2026-11-24T18:44:00+08:00",
                "0101 trace 000101"),
            TaskNote.of(TaskNoteCode.NOT_BOOKED_THERE),
            TaskNote.of(TaskNoteCode.GIVING_BACK_UNKNOWN),
            TaskNote.text("tcp:/dev/0 was closed by the far end"));
    for (Language language : Language.values()) {
      assertThat(TaskWords.act(TEXTS.in(language), task)).contains("0101");
      if (language != Language.EN) {
        assertThat(
                TaskWords.note(TEXTS.in(language), HONG_KONG, task)
                    .replace("tcp:/dev/0", "")
                    .replace("HKD", ""))
            .doesNotContainPattern("[A-Za-z]");
      }
    }
    assertThat(TaskWords.act(TEXTS.in(Language.EN), task)).startsWith("First look ");
  }

  @Test
  void what_only_looks_alike_is_left() {
    String note = "OTHERWISE, MY_OTHER shelf";
    assertThat(TaskWords.note(TEXTS.in(Language.EN), HONG_KONG, task(TaskNote.text(note))))
        .isEqualTo(note);
    assertThat(Arrays.stream(Refusal.RefusalReason.values())).contains(Refusal.RefusalReason.OTHER);
  }
}
