package org.libstation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.CashDay.PaymentKind;
import org.libstation.circulation.Money;
import org.libstation.circulation.TerminalDay;
import org.libstation.flow.state.Language;
import org.libstation.language.Words;
import org.libstation.paper.ShippedLayout;
import org.libstation.testkit.Needs;

/// A day's payments on paper. The pages are kept in `target/receipts`, for a person to look at.
class CashUpPdfTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-30T09:04:33+08:00");

  @BeforeEach
  void font() {
    Needs.oneOf(
        "a TrueType Chinese font",
        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc");
  }

  private static CashDay.CashLine line(int number, PaymentKind kind) {
    return new CashDay.CashLine(
        number,
        AT.plusSeconds(number * 97L),
        kind,
        Money.of(1050L + number, "HKD"),
        "20261130-2fa4386e-3952%02x-%d".formatted(number, number),
        "%04d trace %06d terminal 77001234".formatted(100 + number, 500 + number));
  }

  private static CashDay day(Stream<CashDay.CashLine> lines, long told) {
    return new CashDay(
        LocalDate.of(2026, 11, 30),
        lines.toList(),
        Optional.of(
            new TerminalDay(
                AT.plusHours(10),
                Optional.of("0101"),
                Optional.of("0104"),
                Optional.of(Money.of(told, "HKD")),
                true)));
  }

  private static CashDay usual() {
    return day(
        Stream.of(
            line(1, PaymentKind.PAID),
            line(2, PaymentKind.PART),
            line(3, PaymentKind.NOT_BOOKED),
            line(4, PaymentKind.GIVING_BACK_IN_DOUBT),
            new CashDay.CashLine(
                5, AT, PaymentKind.TERMINAL_IN_DOUBT, Money.of(500, "HKD"), "k-5", "")),
        3710);
  }

  private static PDDocument document(CashDay day, String station, Language language)
      throws IOException {
    Words words = ShippedLayout.texts().in(language);
    byte[] pages = CashUpPdf.of(day, station, words);
    Path kept = Files.createDirectories(Path.of("target", "receipts"));
    Files.write(kept.resolve("cash-up-%s.pdf".formatted(language.tag())), pages);
    return Loader.loadPDF(pages);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void each_number_stands_whole_and_what_does_not_agree_first(Language language)
      throws IOException {
    Words words = ShippedLayout.texts().in(language);
    try (PDDocument document = document(usual(), "2 號自助借還機", language)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("2 號自助借還機", "20261130-2fa4386e-395203-3", "000503", "77001234", "0103")
          .contains(words.say("cashup.differs", 4), words.say("cashup.total.less"), "37.10");
      assertThat(text.indexOf(words.say("cashup.kind.NOT_BOOKED")))
          .isLessThan(text.indexOf(words.say("cashup.kind.PAID")));
      assertThat(Collections.max(LineEnds.of(document).all())).isLessThanOrEqualTo(595 - 41);
    }
  }

  @Test
  void of_many_payments_each_page_has_the_head_and_its_number() throws IOException {
    CashDay many = day(IntStream.rangeClosed(1, 120).mapToObj(n -> line(n, PaymentKind.PAID)), 1);
    try (PDDocument document = document(many, "desk", Language.EN)) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      for (int page = 1; page <= 3; page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(document)).contains("Trace", page + " / 3");
      }
      String text = new PDFTextStripper().getText(document);
      for (CashDay.CashLine line : many.lines()) {
        assertThat(text).contains(line.reference() + "\n");
      }
    }
  }

  @Test
  void what_is_longer_than_its_column_is_smaller_and_what_no_font_has_a_question_mark()
      throws IOException {
    String name = "\uDBFF\uDFFD a station with a name that goes on and on ".repeat(8);
    CashDay long1 =
        new CashDay(
            LocalDate.of(2026, 11, 30),
            List.of(
                new CashDay.CashLine(
                    1, AT, PaymentKind.PAID, Money.of(1, "HKD"), "r".repeat(60), "n".repeat(60))),
            Optional.empty());
    try (PDDocument document = document(long1, name, Language.EN)) {
      assertThat(Collections.max(LineEnds.of(document).all())).isLessThanOrEqualTo(595 - 41);
      assertThat(new PDFTextStripper().getText(document))
          .contains("? a station", "r".repeat(60), "n".repeat(60));
    }
  }
}
