package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.receipt.LineBreaker;
import org.libstation.lab.twin.PaperStrip;

/// What is written in the printer's own letters, and what is drawn because they lack something.
class LineWriterTest {

  @ParameterizedTest
  @CsvSource({
    "437, é, 82",
    "850, é, 82",
    "1252, £, A3",
    "858, €, D5",
    "852, Ą, A4",
    "866, А, 80",
    "1252, €, 80"
  })
  void a_letter_has_the_byte_of_its_code_page(String page, String letter, String hex) {
    assertThat(CodePage.of(page).encode(letter)).contains(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @CsvSource({"437, €", "850, €", "1252, Ą", "866, é", "1252, 圖", "858, “"})
  void a_letter_that_is_not_in_the_page_is_not_written_at_all(String page, String letter) {
    assertThat(CodePage.of(page).encode("a" + letter)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001B@", "a\nb", "\u0010\u0004\u0001", "\u0085", "\u007F"})
  void a_title_cannot_hand_the_printer_a_command(String title) {
    for (String page : CodePage.keys()) {
      assertThat(CodePage.of(page).encode(title)).isEmpty();
    }
    assertThat(Gbk.encode(title)).isEmpty();
  }

  @Test
  void chinese_is_two_bytes_a_character_and_ascii_one() {
    assertThat(Gbk.encode("A图书馆")).contains(HexFormat.of().parseHex("41CDBCCAE9B9DD"));
    assertThat(Gbk.encode("圖書館"))
        .hasValueSatisfying(b -> assertThat(b).isEqualTo("圖書館".getBytes(Charset.forName("GBK"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"€", "é", "𠮷", "\uE000", "㑇한", "鿰"})
  void what_gbk_lacks_is_not_written_at_all(String text) {
    Optional<byte[]> bytes = Gbk.encode("中" + text);
    assertThat(bytes.filter(b -> new String(b, Charset.forName("GBK")).contains("?"))).isEmpty();
    if (!text.equals("é")) {
      assertThat(bytes).isEmpty();
    }
  }

  @Test
  void a_simplified_receipt_on_a_gbk_printer_is_written_between_the_two_switches() {
    PrinterBench bench = PrinterBench.with(Map.of("chinese", "gbk"));
    assertThat(bench.print(1, receipt("zh-Hans", "南堤图书馆", "Café 与 𠮷", "到期日")))
        .isEqualTo(new PrintOutcome.Confirmed());
    PaperStrip paper = bench.twin.tickets().getLast();
    assertThat(paper.words()).contains("南堤图书馆\n", "到期日").doesNotContain("与", "?");
    List<byte[]> line =
        new LineWriter(
                new PrinterSettings.PrintStyle(
                    576,
                    false,
                    CodePage.WINDOWS_1252,
                    PrinterSettings.Chinese.GBK,
                    true,
                    true,
                    PrinterBench.sheet(PrinterSheet.USUAL)),
                "zh-Hans")
            .written(new Receipt.Text("图书", Receipt.Style.NORMAL, Receipt.Align.LEFT))
            .orElseThrow();
    assertThat(HexFormat.of().withUpperCase().formatHex(line.getFirst()))
        .endsWith("1C26" + "CDBCCAE9" + "1C2E" + "0A");
  }

  @Test
  void traditional_is_drawn_in_its_own_shapes_unless_the_site_wants_speed() {
    PrinterBench drawn = PrinterBench.with(Map.of("chinese", "gbk"));
    drawn.print(1, receipt("zh-Hant-HK", "南堤圖書館"));
    assertThat(drawn.twin.tickets().getLast().words()).doesNotContain("圖");
    PrinterBench written = PrinterBench.with(Map.of("chinese", "gbk-all"));
    written.print(1, receipt("zh-Hant-HK", "南堤圖書館"));
    assertThat(written.twin.tickets().getLast().words()).contains("南堤圖書館");
  }

  @Test
  void days_and_sums_are_not_torn_at_the_end_of_a_line() {
    assertThat(LineBreaker.wrap("如有罰款，只計至 2026年11月24日 18:44", "zh-Hant-HK", 20, Gbk::columns))
        .anyMatch(line -> line.contains("2026年11月24日"));
    assertThat(LineBreaker.wrap("A fine counts until 24 Nov 2026 now", "en", 24, String::length))
        .anyMatch(line -> line.contains("24 Nov 2026"));
    assertThat(LineBreaker.wrap("3 天 × HK$1.50 = HK$4.50", "zh-Hans", 9, Gbk::columns))
        .anyMatch(line -> line.contains("HK$4.50"));
  }

  @Test
  void times_and_addresses_are_not_broken_and_no_letter_stands_alone_in_the_last_line() {
    assertThat(LineBreaker.wrap("电话：2345 6789（9:00 至 20:00）", "zh-Hans", 29, Gbk::columns))
        .containsExactly("电话：2345 6789（9:00 至", "20:00）");
    assertThat(LineBreaker.wrap("電話：2345 6789（上午9時至晚上8時）", "zh-Hant-HK", 31, Gbk::columns))
        .containsExactly("電話：2345 6789（上午9時至", "晚上8時）");
    assertThat(LineBreaker.wrap("网上：https://library.example/renew", "zh-Hans", 30, Gbk::columns))
        .containsExactly("网上：", "https://library.example/renew");
    assertThat(LineBreaker.wrap("每周闭馆日、八号风球期间不计", "zh-Hans", 26, Gbk::columns))
        .containsExactly("每周闭馆日、八号风球期间", "不计");
    assertThat(LineBreaker.wrap("https://library.example/renew", "en", 12, String::length))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.length() <= 12);
  }

  @Test
  void no_line_ends_inside_a_word_of_chinese() {
    assertThat(LineBreaker.wrap("逾期未還的圖書館資料由圖書館系統確認", "zh-Hant-HK", 18, Gbk::columns))
        .containsExactly("逾期未還的圖書館", "資料由圖書館系統", "確認");
    assertThat(LineBreaker.wrap("如需续借请致电图书馆或登录网站", "zh-Hans", 16, Gbk::columns))
        .containsExactly("如需续借请致电", "图书馆或登录网站");
    assertThat(LineBreaker.wrap("圖書館系統", "zh-Hant-HK", 4, Gbk::columns))
        .containsExactly("圖書", "館", "系統");
  }

  @Test
  void a_date_in_words_an_hour_and_what_is_multiplied_stay_whole_on_narrow_paper() {
    assertThat(LineBreaker.wrap("Tuesday 8 December", "en", 14, String::length))
        .containsExactly("Tuesday", "8 December");
    assertThat(LineBreaker.wrap("By phone: 2345 6789 (9 am to 8 pm)", "en", 32, String::length))
        .containsExactly("By phone: 2345 6789 (9 am to", "8 pm)");
    assertThat(LineBreaker.wrap("Due then; 3 days × HK$1.50 = HK$4.50", "en", 20, String::length))
        .containsExactly("Due then;", "3 days × HK$1.50", "= HK$4.50");
    assertThat(LineBreaker.wrap("11月16日（星期一）到期；3 天 × HK$1.50", "zh-Hant-HK", 30, Gbk::columns))
        .containsExactly("11月16日（星期一）到期；", "3 天 × HK$1.50");
  }

  private static Receipt receipt(String language, String... lines) {
    return Receipt.of(
        language,
        java.util.Arrays.stream(lines)
            .<Receipt.Line>map(
                line -> new Receipt.Text(line, Receipt.Style.NORMAL, Receipt.Align.LEFT))
            .toList());
  }
}
