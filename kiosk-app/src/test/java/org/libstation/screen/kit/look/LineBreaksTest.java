package org.libstation.screen.kit.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.PlainText;

/// Lines end between words and numbers, in three languages.
class LineBreaksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "請在12月8日（星期二）或之前歸還。; 請|在|12月8日|（星期二）|或|之前|歸還。",
        "圖書館系統暫時沒有回應，你可以照常借書; 圖書館|系統|暫時|沒有|回應，|你|可以|照常|借書",
        "完成，取走 3 本; 完成，|取走| 3 本",
        "已有 12 项，共 4 件; 已有| 12 项，|共 4 件",
        "明天下午2:30開放; 明天|下午2:30|開放",
        "可領取，保留至2026年12月1日; 可|領取，|保留|至|2026年12月1日",
        "罰款 HK$10.50 待繳; 罰款| HK$10.50| 待繳",
        "請致電 2345 6789; 請|致電| 2345 6789",
        "時間是 18:44; 時間|是| 18:44",
        "這是你的書; 這|是|你的書",
        "还书箱已满。; 还书箱|已满。",
      })
  void no_line_of_chinese_ends_inside_what_belongs_together(String text, String pieces) {
    assertThat(cut(text)).isEqualTo(pieces);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Due Tuesday 8 December 2026.; Due| Tuesday| 8 December 2026.",
        "You have 3 books and 1 disc; You| have| 3 books| and| 1 disc",
        "Open to 2:30 pm today; Open| to| 2:30 pm| today",
        "Fine HK$ 10.50 now; Fine| HK$ 10.50| now",
        "Fine CHF 10.50 now; Fine| CHF 10.50| now",
        "Call 2345 6789 now; Call| 2345 6789| now",
        "Tell staff code B21 please; Tell| staff| code B21| please",
        "Leave it at desk A; Leave| it| at| desk A",
        "one of 2 or 3; one| of| 2| or 3",
      })
  void no_line_of_english_ends_inside_a_day_a_time_a_sum_or_a_count(String text, String pieces) {
    assertThat(cut(text)).isEqualTo(pieces);
  }

  /// Where a line may end, as far as words go.
  private static String cut(String text) {
    BitSet closed = LineBreaks.closed(text);
    StringBuilder cut = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      boolean space = text.charAt(at) == ' ';
      boolean spaceBefore = at > 0 && text.charAt(at - 1) == ' ';
      boolean latin =
          at > 0
              && !Character.isIdeographic(text.charAt(at))
              && !Character.isIdeographic(text.charAt(at - 1))
              && "（，".indexOf(text.charAt(at - 1)) < 0
              && "（".indexOf(text.charAt(at)) < 0;
      boolean may =
          space
              ? !closed.get(at) && !closed.get(at + 1)
              : !spaceBefore && !closed.get(at) && !latin;
      boolean mark = "，。（）".indexOf(text.charAt(at)) >= 0 && text.charAt(at) != '（';
      boolean open = at > 0 && text.charAt(at - 1) == '（';
      if (at > 0 && may && !mark && !open) {
        cut.append('|');
      }
      cut.append(text.charAt(at));
    }
    return cut.toString();
  }

  @Test
  void the_words_of_a_text_stay_what_they_are() {
    String text = "請在12月8日（星期二）**或之前**歸還 3 本。\nDue 8 December 2026";
    String joined = LineBreaks.joined(text);
    assertThat(joined).isNotEqualTo(text);
    assertThat(LineBreaks.plain(joined)).isEqualTo(text);
    assertThat(PlainText.of(joined.replace('\n', '|'))).isNotEqualTo(joined);
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/libstation/pad · 38400, /dev/|libstation/|pad · 38400",
    "serial:/dev/pad?baud=9600&frame=8E1, serial:~/dev/|pad|?~baud=9600|&frame=8E1",
    "/dev/serial/by-id/usb-FTDI_FT232R_UART_A502,"
        + " /dev/|serial/|by-~id/|usb-|FTDI_|FT232R_|UART_|A502",
    "在 station.yaml 第 90 行, 在 station.~yaml 第_90_行",
    "執行 setup --hands, 執~行 setup --~hands",
    "Put it into fleet.staff-keys first, Put it into fleet.~staff-~keys first",
    "設定 policy-feed.every-minutes 是 5, 設~定 policy-~feed.~every-~minutes 是_5",
    "A well-known rule. So-called news. Read-only, A well-known rule. So-called news. Read-only",
    "On https://www.my-library.org now, On https://www.my-library.org now"
  })
  void a_path_is_broken_behind_a_slash_and_the_name_of_a_file_never(String text, String marked) {
    String joined = LineBreaks.joined(text);
    assertThat(LineBreaks.plain(joined)).isEqualTo(text);
    assertThat(joined.replace('\u200A', '|').replace('\uFEFF', '~').replace('\u00A0', '_'))
        .isEqualTo(marked);
  }

  @Test
  void what_has_no_room_in_one_line_lets_its_last_word_go() {
    String joined = LineBreaks.joined("Due 8 December 2026, 20 borrowed");
    assertThat(joined).isEqualTo("Due 8_December_2026, 20_borrowed".replace('_', '\u00A0'));
    assertThat(LineBreaks.loosened(joined, _ -> true)).isEqualTo(joined);
    assertThat(LineBreaks.loosened(joined, tied -> tied.length() < 12))
        .isEqualTo("Due 8_December 2026, 20_borrowed".replace('_', '\u00A0'));
    assertThat(LineBreaks.loosened(joined, tied -> tied.length() < 8))
        .isEqualTo("Due 8 December 2026, 20 borrowed");
  }

  @Test
  void a_pair_of_halves_and_a_text_of_one_sign_are_left_alone() {
    assertThat(LineBreaks.joined("A")).isEqualTo("A");
    assertThat(LineBreaks.plain(LineBreaks.joined("𠮷野家"))).isEqualTo("𠮷野家");
    assertThat(LineBreaks.joined("𠮷野家").codePoints().filter(point -> point == 0x20BB7)).hasSize(1);
  }
}
