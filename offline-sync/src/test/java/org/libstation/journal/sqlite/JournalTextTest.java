package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Refusal;
import org.libstation.journal.Act;
import org.libstation.journal.Entries;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

final class JournalTextTest {
  private static final DueDate DUE =
      new DueDate("20261209    235900", Optional.of(LocalDateTime.parse("2026-12-09T23:59")));
  private static final DueDate UNREADABLE = new DueDate("next week | maybe", Optional.empty());

  static Stream<CirculationEvent> happenings() {
    ItemLook look =
        new ItemLook(
            new ItemId("A-1"),
            "a | b=c \\ \n\t\u0000 紅樓夢 😀 ",
            CirculationStatus.ON_HOLD_SHELF,
            Optional.of(UNREADABLE),
            3,
            Optional.of("001"),
            Optional.of(""));
    return Stream.of(
        new CirculationEvent.LoanAsked(new ItemId("a-1"), look, false),
        new CirculationEvent.RenewAsked(new ItemId("B"), Optional.of(look)),
        new CirculationEvent.RenewAsked(new ItemId("B"), Optional.empty()),
        new CirculationEvent.HoldAsked(new ItemId("C")),
        new CirculationEvent.PaymentAsked(
            Payment.ofWhatIsOwed("20261125-x-1", Money.of(1, "JPY")), List.of()),
        new CirculationEvent.PaymentAsked(
            Payment.ofWhatIsOwed("20261125-x-2", Money.of(950, "HKD")),
            List.of(
                new Payment("20261125-x-2.1", Money.of(500, "HKD"), Optional.of("17|b c")),
                new Payment("20261125-x-2.2", Money.of(450, "HKD"), Optional.of("18")))),
        new CirculationEvent.MoneyTaken(
            new Payment("20261125-x-2.2", Money.of(450, "HKD"), Optional.of("18")),
            Optional.of(Money.of(1250, "HKD")),
            "0017"),
        new CirculationEvent.MoneyTaken(
            Payment.ofWhatIsOwed("a | b", Money.of(1250, "HKD")),
            Optional.of(Money.of(-300, "HKD")),
            "SIM | 1"),
        new CirculationEvent.MoneyTaken(
            Payment.ofWhatIsOwed("c", Money.of(1250, "HKD")), Optional.empty(), ""),
        new CirculationEvent.LoanGiven(new ItemId("D"), Entries.DUE, "", true),
        new CirculationEvent.ItemReturned(
            new ItemId("E"), new ManualStationClock().now(), CirculationEvent.How.SEEN, true),
        new CirculationEvent.ItemReturned(
            new ItemId("E"), new ManualStationClock().now(), CirculationEvent.How.DROPPED, false),
        new CirculationEvent.ObjectDropped(
            new ManualStationClock().now(), Optional.of(Duration.ofMillis(240)), "T21"),
        new CirculationEvent.ObjectDropped(new ManualStationClock().now(), Optional.empty(), ""),
        new CirculationEvent.BinEmptied(
            new ManualStationClock().now(), "陳大文", 61, OptionalInt.of(88)),
        new CirculationEvent.BinEmptied(new ManualStationClock().now(), "", 0, OptionalInt.empty()),
        new CirculationEvent.EntriesLost("set-aside-1", "0123456789abcdef", 12));
  }

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

  @ParameterizedTest
  @MethodSource("happenings")
  void what_happened_reads_back_as_it_was_written(CirculationEvent what) {
    EventText text = EventText.of(what);

    assertThat(text.happening()).hasToString(what.toString()).isEqualTo(what);
    assertThat(text.details()).doesNotContain("\n", "\u0000");
  }

  static Stream<Mark> marks() {
    return Stream.of(
        Mark.Sending.of(Act.CHECKOUT),
        new Mark.Sending(Act.CHECKIN, "2026-11-25T09:30+08:00"),
        new Mark.Sending(Act.OTHER, "11 "),
        new Mark.Sending(Act.OTHER, "99 and words"),
        new Mark.Observed(CirculationStatus.CHARGED, Optional.of(DUE), 2, Optional.of(false)),
        new Mark.Observed(CirculationStatus.OTHER, Optional.of(UNREADABLE), 0, Optional.empty()),
        Mark.AccountSeen.ofNoCharge(Optional.of(Money.of(1250, "HKD")), Optional.empty()),
        new Mark.AccountSeen(
            Optional.of(Money.of(1250, "HKD")), Optional.empty(), Optional.of(Money.of(5, "HKD"))),
        Mark.AccountSeen.ofNoCharge(Optional.empty(), Optional.of(true)),
        Mark.AccountSeen.ofNoCharge(Optional.empty(), Optional.empty()),
        Mark.Accepted.mayClear(Optional.of(DUE), "ok | \\p"),
        Mark.Accepted.mayClear(Optional.empty(), ""),
        new Mark.Accepted(Optional.of(DUE), Mark.Accepted.Bit.KEEP, ""),
        new Mark.RequestRefused(Refusal.RefusalReason.OWES_TOO_MUCH, "$ 20"),
        new Mark.NotSent("link down"),
        new Mark.OutcomeUnknown("time-out"),
        new Mark.Released(),
        new Mark.NotReleased("tag gone"),
        new Mark.Lying(),
        new Mark.Taken(),
        new Mark.LeftLying(),
        new Mark.EmptyingBegun("Chan"),
        new Mark.EmptyingLeft(),
        new Mark.ManifestPrinted(),
        new Mark.OnSlip(),
        new Mark.PartsAwaited("part 2 of 3 is missing"),
        new Mark.PartsAwaited(""),
        new Mark.Armed(),
        new Mark.NotSecured("tag gone"),
        new Mark.HeldForEmptying(),
        new Mark.Emptied(),
        new Mark.Sorted(Optional.of("3"), true),
        new Mark.Sorted(Optional.empty(), false),
        new Mark.ReturnIdentified(17, "patron"),
        new Mark.HeldForSiblings(),
        new Mark.SeenAgain(
            Mark.SeenAgain.SecondLookResult.DUE_DATE_MOVED,
            CirculationStatus.CHARGED,
            Optional.of(DUE)),
        new Mark.SeenAgain(
            Mark.SeenAgain.SecondLookResult.NO_ANSWER, CirculationStatus.OTHER, Optional.empty()),
        new Mark.StaffLine(Mark.StaffLine.StaffReason.BOOKED_NOT_TAKEN, "x\ny"),
        new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.FOUND_RETURNED, "Chan"),
        new Mark.StaffDone("Chan", "put | right"),
        new Mark.Fine(
            new FineTold(
                Optional.of(LocalDate.parse("2026-11-20")),
                Money.of(450, "HKD"),
                FineTold.Comparison.NOT_COMPARABLE,
                "calendar-1",
                "policy-1@2026-11-20T12:00")),
        new Mark.Fine(
            new FineTold(
                Optional.empty(), Money.of(0, "HKD"), FineTold.Comparison.DIFFERED, "", "")),
        new Mark.CardOpened("Chan"),
        new Mark.CardExported("key"));
  }

  @ParameterizedTest
  @MethodSource("marks")
  void a_mark_reads_back_as_it_was_written(Mark mark) {
    assertThat(MarkText.of(mark).mark()).isEqualTo(mark);
  }

  @Test
  void every_kind_of_happening_is_among_those_tried() {
    assertThat(happenings().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(
            kinds(CirculationEvent.class).distinct().toArray(Class<?>[]::new));
  }

  @Test
  void an_amount_that_cannot_be_read_means_corrupt() {
    for (String amount : List.of("", "HKD", "HKD x", "XXZZ 12", "12")) {
      EventText text =
          new EventText(
              "payment asked",
              "payment c",
              new Fields().put("reference", "c").put("amount", amount).line());
      assertThatThrownBy(text::happening)
          .isInstanceOfSatisfying(
              JournalException.class,
              e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.CORRUPT));
    }
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(JournalTextTest::kinds)
        : Stream.of(type);
  }

  @Test
  void every_kind_of_mark_is_among_those_tried() {
    assertThat(marks().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(kinds(Mark.class).distinct().toArray(Class<?>[]::new));
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
      assertThat(known).contains(Fields.parse(text.details()).text("line"));
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
