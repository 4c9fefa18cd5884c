package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StockTest {

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 1 ? digit * 2 : digit;
      sum += weighted / 10 + weighted % 10;
    }
    return sum % 10 == 0;
  }

  @Test
  void thereAreAtLeastThreeHundredItems() {
    assertThat(Stock.items()).hasSizeGreaterThanOrEqualTo(300);
  }

  @Test
  void everyLanguageAndEveryClassHasItsShare() {
    assertThat(
            Stock.items().stream()
                .collect(Collectors.groupingBy(StockItem::language, Collectors.counting())))
        .containsOnlyKeys("zh-Hant", "zh-Hans", "en")
        .allSatisfy((_, number) -> assertThat(number).isGreaterThan(80));
    assertThat(Stock.items().stream().map(StockItem::itemClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(ItemClass.values());
    assertThat(Stock.items()).anyMatch(item -> item.parts() > 1);
  }

  @Test
  void everyBarcodeIsFourteenDigitsBeginsWithThreeAndHasARightCheckDigit() {
    assertThat(Stock.items())
        .allSatisfy(
            item -> {
              assertThat(item.barcode()).matches("3\\d{13}");
              assertThat(luhn(item.barcode())).isTrue();
            });
    assertThat(luhn("79927398713")).as("a published example").isTrue();
    assertThat(luhn("79927398710")).isFalse();
  }

  @Test
  void noBarcodeStandsTwice() {
    Set<String> seen = new HashSet<>();
    assertThat(Stock.items()).allMatch(item -> seen.add(item.barcode()));
  }

  @Test
  void noTitleIsEmptyAndCopiesShareTheirTitle() {
    assertThat(Stock.items()).noneMatch(item -> item.title().isBlank());
    assertThat(
            Stock.items().stream()
                .collect(
                    Collectors.groupingBy(
                        StockItem::titleNumber,
                        Collectors.mapping(StockItem::title, Collectors.toSet())))
                .values())
        .allMatch(titles -> titles.size() == 1);
  }

  @Test
  void thirtyPatronsHaveCardsThatBeginWithTwoAndPinsOfFourDigits() {
    assertThat(DemoPatron.all())
        .hasSize(30)
        .allSatisfy(
            patron -> {
              assertThat(patron.card()).matches("2\\d{13}");
              assertThat(luhn(patron.card())).isTrue();
              assertThat(patron.pin()).matches("\\d{4}");
            });
    assertThat(DemoPatron.all().stream().map(DemoPatron::card)).doesNotHaveDuplicates();
  }
}
