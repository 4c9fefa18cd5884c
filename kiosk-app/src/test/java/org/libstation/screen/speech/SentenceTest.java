package org.libstation.screen.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.Money;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;

/// What a person owes is said to nobody else, in whatever currency the library counts.
class SentenceTest {
  private static final Texts TEXTS = TestTexts.OURS;

  @ParameterizedTest
  @ValueSource(strings = {"HKD", "CHF", "SGD", "EUR", "JPY", "TWD", "BRL", "CNY", "USD", "KWD"})
  void a_sum_of_any_currency_is_known_as_one(String currency) {
    for (Language language : Language.values()) {
      String sum = TEXTS.in(language).money(Money.of(1050, currency));

      assertThat(Sentence.hasSum(sum)).as(sum).isTrue();
      assertThat(Sentence.withoutSums("Pay " + sum)).isEqualTo("Pay");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DVD 2", "ISBN 9789620756", "code B21", "3 books", "at desk CHF"})
  void what_is_no_sum_is_none(String words) {
    assertThat(Sentence.hasSum(words)).isFalse();
  }

  @Test
  void only_the_sum_of_a_key_goes() {
    assertThat(Sentence.withoutSums("Pay CHF 10.50 now")).isEqualTo("Pay now");
  }
}
