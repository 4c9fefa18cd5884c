package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.DueDate;
import org.libstation.device.Receipt;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.paper.ShippedLayout;

/// What a patron takes home: until when, what, and how to renew it.
class LoansOnPaperTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-24T18:44+08:00");

  @ParameterizedTest
  @CsvSource({
    "EN, Tuesday 8 December",
    "ZH_HANT_HK, 12月8日（星期二）",
    "ZH_HANS, 12月8日（星期二）",
  })
  void one_date_for_all_is_printed_once_and_nothing_is_as_large(Language language, String date) {
    assertThat(large(paper(language, lent("1111", 12, 8, true), lent("2222", 12, 8, true))))
        .containsExactly(date);
  }

  @Test
  void several_dates_stand_above_what_is_due_then_the_soonest_first() {
    List<String> texts =
        texts(
            paper(
                Language.EN,
                lent("1111", 12, 8, true),
                lent("2222", 12, 1, true),
                lent("3333", 12, 8, false)));
    assertThat(texts)
        .containsSubsequence(
            "Tuesday 1 December",
            "Item ending in 2222",
            "Tuesday 8 December",
            "Item ending in 1111",
            "Item ending in 3333",
            "To be confirmed by the library");
    assertThat(texts).filteredOn("To be confirmed by the library"::equals).hasSize(1);
  }

  @Test
  void what_is_all_to_be_confirmed_says_so_once() {
    assertThat(
            texts(paper(Language.EN, lent("1111", 12, 8, false), lent("2222", 12, 1, false)))
                .stream()
                .filter("To be confirmed by the library"::equals))
        .hasSize(1);
  }

  @Test
  void a_date_of_another_year_has_its_year_and_one_that_is_no_date_is_printed_as_it_came() {
    DueDate odd = new DueDate("end of term", Optional.empty());
    DueDate later = DueDate.of(LocalDate.of(2027, 1, 5).atStartOfDay());
    assertThat(
            large(
                paper(
                    Language.EN,
                    new ReceiptContent.ContentLine.LentLine(Optional.empty(), "1111", odd, true),
                    new ReceiptContent.ContentLine.LentLine(
                        Optional.empty(), "2222", later, true))))
        .containsExactly("Tuesday 5 January 2027", "end of term");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void how_to_renew_stands_below_with_phone_address_and_code_and_not_on_a_return(
      Language language) {
    Receipt loan = paper(language, lent("1111", 12, 8, true));
    assertThat(texts(loan))
        .anyMatch(text -> text.contains("2345 6789"))
        .anyMatch(text -> text.contains("https://library.example/renew"));
    assertThat(loan.lines()).contains(new Receipt.Qr("https://library.example/renew"));

    Receipt back =
        paper(
            language,
            new ReceiptContent.ContentLine.ReturnedLine(
                Optional.empty(),
                "1111",
                AT,
                true,
                false,
                Optional.empty(),
                false,
                Optional.empty()));
    assertThat(texts(back)).noneMatch(text -> text.contains("2345 6789"));
  }

  @Test
  void a_site_that_names_no_phone_and_no_page_names_the_station() {
    assertThat(RenewOnPaper.NONE.in(ShippedLayout.texts().in(Language.EN)))
        .hasSize(3)
        .noneMatch(line -> line instanceof Receipt.Qr);
  }

  private static ReceiptContent.ContentLine lent(
      String lastFour, int month, int day, boolean confirmed) {
    return new ReceiptContent.ContentLine.LentLine(
        Optional.empty(),
        lastFour,
        DueDate.of(LocalDate.of(2026, month, day).atStartOfDay()),
        confirmed);
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 1, You now have 1 item on loan",
    "EN, 7, You now have 7 items on loan",
    "ZH_HANT_HK, 7, 你現在共借閱 7 本",
    "ZH_HANS, 7, 您现在共借阅 7 本",
  })
  void how_many_items_are_on_loan_now_stands_below_the_loans(
      Language language, int items, String said) {
    assertThat(texts(paper(OptionalInt.of(items), language, lent("1111", 12, 8, true))))
        .contains(said);
  }

  @Test
  void a_number_of_loans_that_nobody_told_is_not_printed() {
    assertThat(texts(paper(Language.EN, lent("1111", 12, 8, true))))
        .noneMatch(text -> text.contains("on loan"));
  }

  private static Receipt paper(Language language, ReceiptContent.ContentLine... lines) {
    return paper(OptionalInt.empty(), language, lines);
  }

  private static Receipt paper(
      OptionalInt onLoan, Language language, ReceiptContent.ContentLine... lines) {
    return ReceiptSamples.composer()
        .compose(ReceiptSamples.content(language, List.of(lines)).withOnLoan(onLoan));
  }

  private static List<String> texts(Receipt receipt) {
    return receipt.lines().stream()
        .filter(Receipt.Text.class::isInstance)
        .map(line -> ((Receipt.Text) line).text())
        .toList();
  }

  private static List<String> large(Receipt receipt) {
    return receipt.lines().stream()
        .filter(line -> line instanceof Receipt.Text text && text.style() == Receipt.Style.LARGE)
        .map(line -> ((Receipt.Text) line).text())
        .toList();
  }
}
