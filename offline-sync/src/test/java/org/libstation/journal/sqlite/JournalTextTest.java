package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.TaskNote;
import org.libstation.file.table.FieldText;
import org.libstation.journal.Act;
import org.libstation.journal.Entries;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

final class JournalTextTest {
  @Test
  void a_request_is_its_word_and_what_more_it_says() {
    assertThat(new MarkText("sending", "message=11 for [card] 2").mark())
        .isEqualTo(new Mark.Sending(Act.CHECKOUT, "for [card] 2"));
  }

  @Test
  void that_a_bit_must_stay_is_a_field_of_its_own_whatever_the_answer_says() {
    Mark kept =
        new Mark.Accepted(
            Optional.empty(), SecurityBitRule.KEEP, Optional.empty(), "bit=may clear | 11");
    MarkText text = MarkText.of(kept);
    assertThat(text.details()).startsWith("bit=keep | ");
    assertThat(text.mark()).isEqualTo(kept);
    Mark cleared = Mark.Accepted.mayClear(Optional.empty(), "security bit not to be touched");
    assertThat(MarkText.of(cleared).mark()).isEqualTo(cleared);
  }

  @Test
  void without_a_word_about_the_bit_nothing_is_decided() {
    for (String details : List.of("detail=11", "bit=perhaps | detail=11")) {
      assertThatThrownBy(new MarkText("accepted", details)::mark)
          .isInstanceOf(JournalException.class);
    }
  }

  @Test
  void what_an_answer_says_is_no_reversal() {
    Mark.Accepted said = Mark.Accepted.mayClear(Optional.empty(), "given back as 0017");
    assertThat(MarkText.of(said).mark()).isEqualTo(said);
    assertThat(said.reversal()).isEmpty();
    assertThat(MarkText.of(Mark.Accepted.givenBack("0017")).details())
        .isEqualTo("bit=may clear | given back=0017 | detail=");
  }

  @Test
  void an_amount_that_cannot_be_read_means_corrupt() {
    for (String amount : List.of("", "HKD", "HKD x", "XXZZ 12", "12")) {
      EventText text =
          new EventText("payment asked", "payment c", "reference=c | amount=" + amount);
      assertThatThrownBy(text::happening)
          .isInstanceOfSatisfying(
              JournalException.class,
              e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.CORRUPT));
    }
  }

  @Test
  void the_words_are_those_of_the_first_form() {
    assertThat(EventText.of(Entries.loanGiven(Entries.ITEM, Entries.CARD).what()))
        .isEqualTo(
            new EventText(
                "loan given", "30000000000017", "due=2026-12-09T23:59 | title=紅樓夢 | tagged=yes"));
    assertThat(
            MarkText.of(
                Mark.StaffLine.of(
                    Mark.StaffLine.StaffReason.PERHAPS_NOT_TAKEN, TaskNote.text("cut"))))
        .isEqualTo(new MarkText("staff line", "line=perhaps not taken | notes=text=cut"));
    assertThat(MarkText.of(new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.BY_STAFF, "Chan")))
        .isEqualTo(new MarkText("closed", "reason=by staff | by=Chan"));
  }

  /// A program that does not know a reason cannot go on with the journal. So a new reason needs a
  /// new form, as a new kind does.
  @Test
  void the_reasons_of_a_staff_line_are_those_of_the_newest_form() {
    Set<String> known =
        Set.of(
            "booked not taken",
            "perhaps not taken",
            "not secured",
            "set incomplete",
            "return not decidable",
            "return refused",
            "loan refused",
            "loan on another card",
            "loan in doubt",
            "renewal not granted",
            "renewal in doubt",
            "hold in doubt",
            "terminal in doubt",
            "payment refused",
            "payment in doubt",
            "terminal other sum",
            "giving back in doubt",
            "found on loan elsewhere",
            "object unidentified",
            "entries lost",
            "clock doubtful",
            "fine changed",
            "due date moved",
            "lent after all",
            "return gone",
            "records lost",
            "finding");

    assertThat(JournalSchema.VERSION).isEqualTo(4);
    assertThat(Mark.StaffLine.StaffReason.values())
        .extracting(FieldText::word)
        .containsExactlyInAnyOrderElementsOf(known);
  }

  /// A task is not lost, and no start stops, for a note of another version.
  @Test
  void a_note_that_this_version_does_not_know_is_kept_as_it_stands() {
    for (String note : List.of("sold to=Chan", "lent", "status=1,2", "?")) {
      MarkText text = new MarkText("staff line", "line=loan refused | notes=lent=x; " + note);
      assertThat(text.mark())
          .isInstanceOfSatisfying(
              Mark.StaffLine.class,
              line -> assertThat(line.notes().getLast().values()).containsExactly(note));
      assertThat(MarkText.of(text.mark())).isEqualTo(text);
    }
  }

  @Test
  void an_unknown_word_means_a_newer_version() {
    for (MarkText text :
        List.of(new MarkText("paid", ""), new MarkText("closed", "reason=by magic | by=x"))) {
      assertThatThrownBy(text::mark)
          .isInstanceOfSatisfying(
              JournalException.class,
              e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.NEWER));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "reason", "reason=by staff", "by=x\\", "by=\\u00", "by=\\uzzzz", "by=\\q"})
  void a_broken_line_means_corrupt(String details) {
    assertThatThrownBy(() -> new MarkText("closed", details).mark())
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.CORRUPT));
  }
}
