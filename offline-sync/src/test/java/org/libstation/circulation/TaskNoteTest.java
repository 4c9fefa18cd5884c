package org.libstation.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskNoteTest {
  @ParameterizedTest
  @EnumSource(TaskNoteCode.class)
  void what_is_written_is_read_whatever_its_values_hold(TaskNoteCode code) {
    List<TaskNote> notes = new ArrayList<>();
    for (String value : List.of("", "a; b=c, d\\", "\\;", " x ", "=")) {
      Object[] values = IntStream.range(0, code.kinds().size()).mapToObj(_ -> value).toArray();
      if (code != TaskNoteCode.UNKNOWN) {
        notes.add(TaskNote.of(code, values));
      }
    }
    assertThat(TaskNote.read(TaskNote.write(notes))).isEqualTo(notes);
  }

  @Test
  void notes_stand_in_one_line() {
    assertThat(
            TaskNote.write(
                List.of(
                    TaskNote.of(TaskNoteCode.LENT_HERE, "2026-11-24T18:44:00+08:00"),
                    TaskNote.of(TaskNoteCode.STATUS_DUE, "03", "20261209"),
                    TaskNote.of(TaskNoteCode.NOT_ON_LOAN))))
        .isEqualTo("lent here=2026-11-24T18:44:00+08:00; status due=03,20261209; not on loan");
    assertThat(TaskNote.read("")).isEmpty();
  }

  /// A program that brings a journal over writes what it could not read.
  @ParameterizedTest
  @ValueSource(strings = {"sold to=Chan,x", "lent", "status=1,2", "?", "unknown=x", "moon full"})
  void what_cannot_be_read_is_kept_as_it_stands(String written) {
    List<TaskNote> read = TaskNote.read("card not kept; " + written + "; text=x");
    assertThat(read)
        .extracting(TaskNote::code)
        .containsExactly(TaskNoteCode.CARD_NOT_KEPT, TaskNoteCode.UNKNOWN, TaskNoteCode.TEXT);
    assertThat(read.get(1).values()).containsExactly(written);
    assertThat(TaskNote.read(TaskNote.write(read))).isEqualTo(read);
  }

  @Test
  void a_note_with_another_number_of_values_cannot_be_made() {
    assertThatThrownBy(() -> TaskNote.of(TaskNoteCode.STATUS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_sum_that_a_terminal_took_is_read_as_money() {
    assertThat(TaskNote.of(TaskNoteCode.TERMINAL_TOOK, "EUR 9.99", "0002").took())
        .contains(Money.of(999, "EUR"));
    for (String sum : List.of("", "EUR", "XXZZ 1", "EUR x")) {
      assertThat(TaskNote.of(TaskNoteCode.TERMINAL_TOOK, sum, "0002").took()).isEmpty();
    }
  }
}
