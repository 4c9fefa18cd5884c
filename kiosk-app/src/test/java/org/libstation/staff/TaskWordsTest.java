package org.libstation.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StaffTask;
import org.libstation.flow.state.Language;
import org.libstation.text.Texts;
import org.libstation.text.Words;

/// A journal keeps the name of a reason; a person reads words.
class TaskWordsTest {
  private static final Texts TEXTS = Texts.load(Path.of("../config/texts"), Optional.empty());

  private static StaffTask task(String note) {
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
        note);
  }

  @Test
  void every_reason_is_told_in_words_in_every_language() {
    for (Language language : Language.values()) {
      Words words = TEXTS.in(language);
      for (Refusal.Reason reason : Refusal.Reason.values()) {
        String note = TaskWords.note(words, task("not booked: " + reason.name()));
        assertThat(note)
            .isEqualTo(words.say("retold.NOT_BOOKED") + words.say("plot.reason." + reason));
      }
    }
  }

  @Test
  void what_only_looks_alike_is_left() {
    String note = "OTHERWISE, MY_OTHER shelf";
    assertThat(TaskWords.note(TEXTS.in(Language.EN), task(note))).isEqualTo(note);
    assertThat(Arrays.stream(Refusal.Reason.values())).contains(Refusal.Reason.OTHER);
  }
}
