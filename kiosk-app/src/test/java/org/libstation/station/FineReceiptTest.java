package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.Money;
import org.libstation.device.Receipt;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.FineExplained;
import org.libstation.fines.FineExplained.ByDays;
import org.libstation.fines.FineExplained.Day;
import org.libstation.fines.Interval;
import org.libstation.fines.SampleFine;
import org.libstation.fines.Stage;
import org.libstation.fines.StageFee;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.flow.state.Suspension;
import org.libstation.paper.ShippedLayout;

/// A fine on paper.
class FineReceiptTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-24T18:44+08:00");
  private static final LocalDate DUE = LocalDate.of(2026, 11, 16);

  @Test
  void a_fine_is_one_line_with_due_date_days_rate_sum_and_what_was_left_out() {
    assertThat(paper(Language.EN, true, Optional.of(fine(false))))
        .contains(
            "Fine for this item|HK$3.00",
            "Due Monday 16 November 2026; 2 days × HK$1.50 = HK$3.00. Not counted: weekly closing"
                + " days, gale warning days")
        .noneMatch(line -> line.contains("estimate"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void it_is_whole_in_every_language_and_names_no_file_of_calendars_or_rules(Language language) {
    assertThat(paper(language, true, Optional.of(fine(false))))
        .anyMatch(line -> line.contains("HK$1.50 = HK$3.00"))
        .noneMatch(line -> line.contains("example-2026-12") || line.contains("rules-7"));
  }

  @Test
  void an_estimate_is_called_one_and_names_the_moment_until_which_it_counts() {
    assertThat(paper(Language.EN, false, Optional.of(fine(true))))
        .contains(
            "Fine, estimated|HK$3.00",
            "An estimate; the library confirms the sum. It counts until 24 Nov 2026 18:44 and no"
                + " longer");
  }

  @Test
  void what_may_be_less_is_called_at_most() {
    assertThat(paper(Language.EN, false, Optional.of(fine(basis(true, true)))))
        .contains("Fine, at most|HK$3.00")
        .anyMatch(line -> line.startsWith("An estimate; the library confirms the sum."))
        .noneMatch(line -> line.contains("Fine, estimated"));
  }

  @Test
  void a_figure_of_the_librarys_own_claims_no_days() {
    assertThat(
            paper(
                Language.EN,
                true,
                Optional.of(new FineExplained.LibrarysOwn(Money.of(1200, "HKD")))))
        .contains("Fine for this item|HK$12.00", "The library’s own figure")
        .noneMatch(line -> line.contains("×") || line.contains("Calendar"));
  }

  @Test
  void without_a_due_date_paper_names_the_moment_and_no_sum() {
    assertThat(paper(Language.EN, false, Optional.empty()))
        .contains("A fine, if any, counts until 24 Nov 2026 18:44 and no longer")
        .noneMatch(line -> line.contains("$"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_reason_has_words_of_its_own(Language language) {
    List<String> told =
        Stream.concat(
                Stream.of(ClosedReason.values()).map(DayVerdict.PlaceClosed::new),
                Stream.of(
                    new DayVerdict.Suspended("7"),
                    new DayVerdict.WithinGrace(),
                    new DayVerdict.FreeDay(),
                    new DayVerdict.OverMaximum()))
            .map(why -> paper(language, true, Optional.of(leftOut(why))).toString())
            .toList();
    assertThat(told).doesNotHaveDuplicates().noneMatch(paper -> paper.contains("fine.why"));
  }

  @ParameterizedTest
  @CsvSource({
    "EN, '2 days × HK$1.50 + reminder 1 on 8 May: HK$2.85 = HK$5.85'",
    "ZH_HANT_HK, '2 天 × HK$1.50 + 第 1 次通知（5月8日）HK$2.85 = HK$5.85'",
    "ZH_HANS, '2 天 × HK$1.50 + 第 1 次通知（5月8日）HK$2.85 = HK$5.85'",
  })
  void a_fee_of_a_stage_is_told_with_its_day(Language language, String words) {
    Money fee = Money.of(200, "HKD");
    Money postage = Money.of(85, "HKD");
    Stage stage = new Stage(Interval.days(7), false, false, fee, false, true, postage, false);
    ByDays days = (ByDays) fine(false);
    ByDays staged =
        days.with(
            copy ->
                copy.sum(Money.of(585, "HKD"))
                    .basis(basis(false, false))
                    .stages(
                        List.of(
                            new StageFee(
                                1, LocalDate.of(2026, 5, 8), stage, fee, fee.plus(postage))))
                    .percent(100));
    assertThat(String.join("\n", paper(language, true, Optional.of(staged)))).contains(words);
    ByDays half =
        days.with(
            c ->
                c.sum(Money.of(150, "HKD"))
                    .basis(basis(false, false))
                    .stages(List.of())
                    .percent(50));
    assertThat(String.join("\n", paper(language, true, Optional.of(half)))).contains("50");
  }

  @Test
  void days_without_borrowing_are_told_with_their_end_and_who_decides() {
    assertThat(paper(Language.EN, true, Optional.of(ReceiptSamples.inDays(0, false, 3))))
        .contains(
            "Without borrowing, estimated|about 6 days",
            "About 6 days without borrowing from 21 Nov; you can borrow again on 27 Nov. The"
                + " library’s system decides. If your borrowing is stopped already, the later date"
                + " holds")
        .anyMatch(line -> line.contains("3 days × 2 days = about 6 days. Not counted:"))
        .noneMatch(line -> line.contains("$") || line.contains("Fine"));
  }

  @Test
  void beside_money_both_are_told() {
    assertThat(paper(Language.EN, true, Optional.of(ReceiptSamples.inDays(150, true, 3))))
        .contains("Fine for this item|HK$4.50")
        .anyMatch(line -> line.contains("3 days × HK$1.50 = HK$4.50"))
        .anyMatch(line -> line.endsWith("borrowing is stopped already, these days are added"));
  }

  @Test
  void where_the_grace_is_not_over_there_is_none() {
    assertThat(paper(Language.EN, true, Optional.of(ReceiptSamples.inDays(0, false, 0))))
        .contains("Without borrowing, estimated|none")
        .noneMatch(line -> line.contains("can borrow again"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void days_without_borrowing_have_words_in_every_language(Language language) {
    assertThat(paper(language, true, Optional.of(ReceiptSamples.inDays(0, true, 3))))
        .noneMatch(line -> line.contains("suspension."))
        .anyMatch(line -> line.contains("6"));
  }

  @Test
  void during_a_suspension_paper_says_when_fines_restart() {
    assertThat(paper(Language.EN, true, Optional.of(fine(false)), ReceiptSamples.UNTIL))
        .contains(
            "Fines are not being counted now; they restart on Monday 7 December 2026.",
            "Fine for this item|HK$3.00");
    assertThat(paper(Language.EN, true, Optional.empty(), ReceiptSamples.OPEN))
        .contains("Fines are not being counted now; the library will announce when they restart.");
    assertThat(paper(Language.EN, true, Optional.empty()))
        .noneMatch(line -> line.contains("not being counted"));
  }

  @Test
  void of_a_return_that_nobody_knows_to_be_late_paper_says_that_only_earlier_days_may_count() {
    assertThat(paper(Language.EN, false, Optional.empty(), ReceiptSamples.OPEN))
        .contains("For days before the suspension the library confirms any fine")
        .noneMatch(line -> line.contains("and no longer"));
  }

  @ParameterizedTest
  @Tag("full")
  @EnumSource(Language.class)
  void no_receipt_says_overdue_during_a_suspension(Language language) {
    for (ReceiptContent sample : ReceiptSamples.contents(language).values()) {
      for (Suspension suspension : List.of(ReceiptSamples.UNTIL, ReceiptSamples.OPEN)) {
        ReceiptContent content =
            sample.with(
                c -> c.language(language).at(AT).suspension(suspension).whose(Optional.empty()));
        assertThat(ReceiptSamples.composer().compose(content).toString().toLowerCase(Locale.ROOT))
            .doesNotContain("overdue", "逾期", "超期");
      }
    }
  }

  private static FineExplained leftOut(DayVerdict why) {
    return SampleFine.NONE.with(c -> c.days(List.of(new Day(DUE, why))).basis(basis(false, false)));
  }

  private static List<String> paper(Language language, boolean told, Optional<FineExplained> fine) {
    return paper(language, told, fine, Suspension.NONE);
  }

  private static List<String> paper(
      Language language, boolean told, Optional<FineExplained> fine, Suspension suspension) {
    ReceiptContent.ContentLine returned =
        new ReceiptContent.ContentLine.ReturnedLine(
            Optional.empty(), "3455", AT, told, !told, fine, false, Optional.empty());
    return ShippedLayout.receipts(StationBanner.NONE)
        .compose(
            ReceiptSamples.content(language, List.of(returned))
                .with(c -> c.silent(!told).suspension(suspension)))
        .lines()
        .stream()
        .flatMap(line -> words(line).stream())
        .toList();
  }

  private static Optional<String> words(Receipt.Line line) {
    return switch (line) {
      case Receipt.Text text -> Optional.of(text.text());
      case Receipt.Pair pair -> Optional.of(pair.left() + "|" + pair.right());
      case Receipt.Rule _, Receipt.Space _, Receipt.Qr _, Receipt.Codabar _, Receipt.Picture _ ->
          Optional.empty();
    };
  }

  private static FineExplained fine(boolean estimate) {
    return fine(basis(estimate, false));
  }

  private static FineExplained fine(FineExplained.Basis basis) {
    return SampleFine.NONE.with(
        c ->
            c.sum(Money.of(300, "HKD"))
                .daysCharged(2)
                .days(
                    List.of(
                        new Day(DUE, new DayVerdict.NotYetDue()),
                        new Day(DUE.plusDays(1), new DayVerdict.Counted()),
                        new Day(DUE.plusDays(2), new DayVerdict.PlaceClosed(ClosedReason.WEEKLY)),
                        new Day(DUE.plusDays(3), new DayVerdict.PlaceClosed(ClosedReason.GALE)),
                        new Day(DUE.plusDays(4), new DayVerdict.Counted())))
                .basis(basis));
  }

  private static FineExplained.Basis basis(boolean estimate, boolean atMost) {
    return new FineExplained.Basis("example-2026-12", "rules-7", estimate, false, atMost);
  }
}
