package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.Reader;

/// Fines that differ by who borrowed, where and what.
class ReaderRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2026, 11, 16);
  private static final LocalDate BACK = LocalDate.of(2026, 11, 20);
  private static final String LIMITS =
      "loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost: none";

  /// 1.50 a day; children 0.50 and at most 1.20 for discs of the drop, else 0.50; staff nothing.
  private static final String RULES =
      """
      format: libstation-policy/1
      version: v1
      site: here
      zone: Asia/Hong_Kong
      currency: HKD
      lendingPlace: a
      estimateClass: adult
      offline: {mode: all, itemsPerCard: 5, mediaTypes: all, unknownCards: true, loanClass: adult}
      places:
        a: {kind: library, name: {en: A, zh-Hans: A, zh-Hant-HK: A}, calendar: c}
        b: {kind: drop, name: {en: B, zh-Hans: B, zh-Hant-HK: B}, calendar: c}
      calendars:
        c: {version: c1}
      classes:
        adult:
          - profile: hkpl
            loan: {renewals: 5}
            fine:
              roundTo: 0.10
              readers:
                - {patrons: [staff], rate: none}
                - {patrons: [children, seniors], places: [b], media: ['006'], rate: 0.50, maximum: {amount: 1.20}}
                - {patrons: [children], rate: 0.50}
      patrons:
        staff: {LIMITS, cards: [S#######]}
        children: {LIMITS, central: [J, Junior], cards: ['29*']}
        seniors: {LIMITS, central: SEN}
      """
          .replace("LIMITS", LIMITS);

  private static PolicyBundle read(String text) {
    return switch (PolicyReader.parse("x.yaml", text)) {
      case PolicyReading.PolicyRead(var bundle) -> bundle;
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private static String faults(String text) {
    return switch (PolicyReader.parse("x.yaml", text)) {
      case PolicyReading.PolicyRead _ -> "";
      case PolicyReading.Faulty faulty -> faulty.text();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "a, '', 001, 600",
    "a, staff, 001, 0",
    "b, staff, 006, 0",
    "a, children, 006, 200",
    "b, children, 001, 200",
    "b, children, 006, 120",
    "b, seniors, 006, 120",
    "a, seniors, 006, 600",
    "b, seniors, 001, 600",
  })
  void four_days_cost_by_reader_place_and_media(
      String place, String patronClass, String media, long minor) {
    PlaceRules rules = read(RULES).at(NOW, place);
    Reader reader =
        new Reader(Optional.of(patronClass == null ? "" : patronClass), place, Optional.of(media));

    PlaceRules.Guess guess = rules.estimate(reader, DUE, BACK);

    assertThat(guess.explained().assessment().amount()).isEqualTo(Money.of(minor, "HKD"));
    assertThat(guess.atMost()).isFalse();
    assertThat(guess.explained().assessment().policyVersion()).isEqualTo("v1");
    assertThat(guess.explained().assessment().estimate()).isTrue();
  }

  @Test
  void of_what_is_not_known_the_highest_is_told_as_at_most() {
    PlaceRules rules = read(RULES).at(NOW, "b");

    PlaceRules.Guess nobody =
        rules.estimate(new Reader(Optional.empty(), "b", Optional.empty()), DUE, BACK);
    assertThat(nobody.explained().assessment().amount()).isEqualTo(Money.of(600, "HKD"));
    assertThat(nobody.atMost()).isTrue();

    PlaceRules.Guess child =
        rules.estimate(new Reader(Optional.of("children"), "b", Optional.empty()), DUE, BACK);
    assertThat(child.explained().assessment().amount()).isEqualTo(Money.of(200, "HKD"));
    assertThat(child.atMost()).isTrue();

    PlaceRules.Guess book =
        rules.estimate(new Reader(Optional.of("seniors"), "b", Optional.of("001")), DUE, BACK);
    assertThat(book.atMost()).isFalse();

    assertThat(
            rules.estimate(new Reader(Optional.empty(), "b", Optional.empty()), DUE, DUE).atMost())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2900123, J, children",
    "1100123, ' junior', children",
    "2900123, SEN, seniors",
    "2900123, , children",
    "2900123, X, children",
    "s1234567, X, staff",
    "S12345678, X, ''",
    "1100123, X, ''",
    ", J, children",
  })
  void the_class_comes_from_the_field_and_else_from_the_card(
      String card, String told, String patronClass) {
    assertThat(
            read(RULES)
                .readerClasses()
                .of(Optional.ofNullable(card).map(PatronId::new), Optional.ofNullable(told)))
        .contains(patronClass == null ? "" : patronClass);
  }

  @Test
  void a_class_that_only_the_central_system_can_tell_is_not_known_without_its_word() {
    Optional<PatronId> card = Optional.of(new PatronId("1100123"));
    assertThat(read(RULES).readerClasses().of(card, Optional.empty())).isEmpty();
    assertThat(read(RULES).readerClasses().of(Optional.empty(), Optional.empty())).isEmpty();
    assertThat(read(RULES).at(NOW).offline().readers().of(card, Optional.of("J")))
        .contains("children");
  }

  @ParameterizedTest
  @CsvSource({
    "29*, 2900, true",
    "29*, 29, true",
    "29*, 1290, false",
    "*29, 12329, true",
    "*2*9*, 00200900, true",
    "*2*9*, 00900200, false",
    "a?#, A-7, true",
    "a?#, A7, false",
    "####, 12345, false",
    "a.c, abc, false",
    "a*****************************************b, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
        + " false",
  })
  void a_pattern_of_cards(String pattern, String card, boolean fits) {
    assertThat(CardPattern.of(pattern).orElseThrow().fits(new PatronId(card))).isEqualTo(fits);
  }

  @Test
  void what_holds_for_whom_is_shown() {
    assertThat(PolicyWords.of(read(RULES), NOW, "b"))
        .contains(
            "class adult, patrons staff: no fines",
            "class adult, patrons children, seniors, lent by b, media 006: HKD 0.50 each 1 day,"
                + " counted by dates at the start, at most HKD 1.20, in multiples of HKD 0.10",
            "class adult, patrons children: HKD 0.50 each 1 day, counted by dates at the start,"
                + " in multiples of HKD 0.10")
        .anyMatch(line -> line.startsWith("patrons staff:") && line.endsWith("; cards S#######"))
        .anyMatch(line -> line.endsWith("; the central system says J, Junior; cards 29*"));
    assertThat(PolicyWords.of(read(RULES), NOW, "a"))
        .filteredOn(line -> line.contains("lent by b"))
        .containsExactly("class adult, lent by b: other fines (--place b)");
  }

  @Test
  void a_library_without_fines() {
    String none = RULES.replaceFirst("(?s)fine:\n.*?patrons:\n", "fine: none\npatrons:\n");
    LendingClass adult = read(none).at(NOW).estimateClass();
    assertThat(adult.fines().isFree()).isTrue();
    assertThat(adult.readers()).isEmpty();
    assertThat(PolicyWords.of(read(none), NOW, "a"))
        .anyMatch(line -> line.startsWith("class adult: ") && line.contains("; no fines;"));
    assertThat(faults(none.replace("fine: none", "fine: nothing")))
        .contains("x.yaml:18: classes.adult[1].fine: expected names with values");
  }

  @Test
  void what_is_not_said_of_some_is_as_for_all() {
    List<FinePolicy> fines =
        read(RULES.replace("roundTo: 0.10", "roundTo: 0.20\n        grace: {length: 2 days}"))
            .at(NOW)
            .estimateClass()
            .readers()
            .stream()
            .map(one -> one.fines())
            .toList();
    assertThat(fines.get(2).roundTo()).isEqualTo(20);
    assertThat(fines.get(2).counting().grace().length()).isEqualTo(2);
    assertThat(fines.get(0).isFree()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "patrons: [staff], rate: none|patrons: [stuff], rate: none|x.yaml:21:"
            + " classes.adult[1].fine.readers[1].patrons: it matches nothing: there is no patron"
            + " class stuff",
        "places: [b]|places: [z]|there is no place z",
        "media: ['006']|media: [disc]|x.yaml:22: classes.adult[1].fine.readers[2].media: expected"
            + " media types like 001, or all, found \"disc\"",
        "patrons: [staff], rate: none|rate: none|x.yaml:22: classes.adult[1].fine.readers[2]: it"
            + " matches nothing: the rules above it already cover all of these",
        ", cards: [S#######]||nothing says who belongs to patron class staff; say under"
            + " patrons.staff what the central system calls them (central), or what their card"
            + " numbers look like (cards)",
        "central: SEN|central: junior|x.yaml:27: patrons.seniors.central: junior means patron class"
            + " children already",
        "cards: ['29*']|cards: ['*']|expected patterns of card numbers like 2900* or S#######, none"
            + " that fits all, found \"*\"",
        "patrons: [staff], rate: none|patrons: [staff], rates: none|readers[1].rates: it is not"
            + " known here; is it rate?",
      })
  void what_is_wrong_is_told_where_it_can_be_mended(String from, String to, String fault) {
    assertThat(RULES).contains(from);
    assertThat(faults(RULES.replace(from, to == null ? "" : to))).contains(fault);
  }
}
