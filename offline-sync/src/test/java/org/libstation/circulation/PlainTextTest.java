package org.libstation.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u001B", "\u0085", "\u00AD", "\u034F", "\u061C", "\u115F", "\u200B", "\u200E",
        "\u2028", "\u202E", "\u2066", "\u2060", "\u3164", "\uFEFF", "\uFFF9", "\uFFFE", "\uD800",
        "\uDB40\uDC41"
      })
  void what_is_not_seen_is_no_part_of_a_number_and_reaches_nobody(String hidden) {
    String text = "紅樓" + hidden + "夢";

    assertThat(PlainText.isPlain(text)).isFalse();
    assertThat(ItemId.fits("30000000" + hidden + "000017")).isFalse();
    assertThat(PlainText.of(text).replace(" ", "")).isEqualTo("紅樓夢");
    assertThat(PlainText.escaped(text)).startsWith("紅樓\\u").endsWith("夢");
    assertThat(PlainText.isPlain(PlainText.escaped(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "紅樓夢 / 曹雪芹",
        "Éluard, e\u0301",
        "הארי פוטר",
        "كتاب",
        "😀 \uD842\uDFB7",
        "C++ «2»",
        "葛\uDB40\uDD00",
        "かな\u3099",
        "A\u00A0B"
      })
  void what_is_seen_stays_as_it_is(String title) {
    assertThat(PlainText.isPlain(title)).isTrue();
    assertThat(PlainText.of(title)).isSameAs(title);
    assertThat(PlainText.escaped(title)).isSameAs(title);
  }

  @Test
  void a_cell_is_never_a_formula_whatever_stands_before_the_sign() {
    assertThat(PlainText.cell("=1+1")).isEqualTo("'=1+1");
    assertThat(PlainText.cell("\t=1+1")).isEqualTo("'\\u0009=1+1");
    assertThat(PlainText.cell("\u200B@SUM(A1)")).isEqualTo("'\\u200b@SUM(A1)");
    assertThat(PlainText.cell(" ＝1+1")).isEqualTo("' ＝1+1");
    assertThat(PlainText.cell("-5")).isEqualTo("'-5");
    assertThat(PlainText.cell("a=b")).isEqualTo("a=b");
    assertThat(PlainText.cell("")).isEmpty();
  }
}
