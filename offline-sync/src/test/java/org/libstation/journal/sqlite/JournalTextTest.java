package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ManualStationClock;
import org.libstation.journal.Act;
import org.libstation.journal.Entries;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

final class JournalTextTest {
  @Test
  void a_request_lies_in_the_journal_in_the_words_of_the_first_stations() {
    assertThat(MarkText.of(new Mark.Sending(Act.CHECKIN, "2026-11-25T09:30+08:00")).details())
        .contains("09 2026-11-25T09:30+08:00");
    for (String word : List.of("11", "09", "29", "15", "37", "terminal")) {
      assertThat(Mark.Sending.read(word).act()).isNotEqualTo(Act.OTHER);
      assertThat(Mark.Sending.read(word).message()).isEqualTo(word);
    }
    assertThat(Mark.Sending.read("11 for [card]").message()).isEqualTo("11 for [card]");
  }

  @Test
  void that_a_bit_must_stay_lies_in_the_journal_in_the_words_of_the_first_stations() {
    Mark kept = new Mark.Accepted(Optional.empty(), Mark.Accepted.Bit.KEEP, "");
    MarkText text = new MarkText("accepted", "detail=security bit not to be touched");
    assertThat(MarkText.of(kept)).isEqualTo(text);
    assertThat(text.mark()).isEqualTo(kept);
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
  void the_words_are_those_that_older_journals_hold() {
    assertThat(EventText.of(Entries.loanGiven(Entries.ITEM, Entries.CARD).what()))
        .isEqualTo(
            new EventText(
                "loan given", "30000000000017", "due=2026-12-09T23:59 | title=紅樓夢 | tagged=yes"));
    assertThat(MarkText.of(new Mark.StaffLine(Mark.StaffLine.StaffReason.PERHAPS_NOT_TAKEN, "cut")))
        .isEqualTo(new MarkText("staff line", "line=perhaps not taken | detail=cut"));
    assertThat(MarkText.of(new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.BY_STAFF, "Chan")))
        .isEqualTo(new MarkText("closed", "reason=by staff | by=Chan"));
  }

  /// Of form 4: a program that goes back to the one before reads what was written meanwhile. Of a
  /// new reason the line says an older one.
  @Test
  void a_line_for_staff_is_written_by_a_word_that_the_program_before_knows() {
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
    for (Mark.StaffLine.StaffReason kind : Mark.StaffLine.StaffReason.values()) {
      MarkText text = MarkText.of(new Mark.StaffLine(kind, "cut"));
      assertThat(known).contains(JournalLine.parse(text.details()).get("line"));
      assertThat(text.mark()).isEqualTo(new Mark.StaffLine(kind, "cut"));
    }
    assertThat(
            new MarkText("staff line", "line=payment refused | detail=x | closer=of next year")
                .mark())
        .isEqualTo(new Mark.StaffLine(Mark.StaffLine.StaffReason.PAYMENT_REFUSED, "x"));
  }

  @Test
  void a_return_of_a_journal_that_did_not_say_whether_there_was_a_tag_has_none_to_be_armed() {
    CirculationEvent.ItemReturned back =
        new CirculationEvent.ItemReturned(
            Entries.ITEM, new ManualStationClock().now(), CirculationEvent.How.SEEN, true);
    EventText now = EventText.of(back);
    String then = now.details().replace(" | tagged=yes", "");
    assertThat(then).isNotEqualTo(now.details());

    assertThat(new EventText(now.kind(), now.item(), then).happening())
        .isEqualTo(back.withTagged(false));
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
