package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.lab.embedded.Library.card;
import static org.libstation.lab.embedded.Library.item;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// What patrons may have at the embedded library is what its policy says, nothing of its own.
class PatronLimitsTest {
  private static final int PLAIN = 1;
  private static final int OWES_HKD_50_50 = 5;
  private static final int HAS_TEN_LOANS = 9;
  private static final String FREE = "The time machine";
  private static final String ALSO_FREE = "Around the world in eighty days";
  private static final String ADULT =
      "adult: {loans: 10, holds: 10, overdueDays: 59, blockAbove: 50.00, owedAtMost: none}";

  private static Library library(String adult) {
    String text = Resources.text("library.yaml");
    assertThat(text).contains(ADULT);
    return switch (PolicyReader.parse("library.yaml", text.replace(ADULT, "adult: " + adult))) {
      case PolicyReading.PolicyRead(var bundle) ->
          new Library(LibraryRules.standard().withPolicy(bundle));
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  @Test
  void the_number_of_loans() {
    try (Library library =
        library("{loans: 11, holds: 4, overdueDays: none, blockAbove: none, owedAtMost: none}")) {
      assertThat(library.checkout(item(FREE), card(HAS_TEN_LOANS))).startsWith("121");
    }
    try (Library library =
        library("{loans: 10, holds: 4, overdueDays: none, blockAbove: none, owedAtMost: none}")) {
      assertThat(library.checkout(item(FREE), card(HAS_TEN_LOANS)))
          .startsWith("120")
          .contains("Loan limit reached");
    }
  }

  @Test
  void what_is_owed_and_what_is_told_of_it() {
    try (Library library =
        library("{loans: 10, holds: 4, overdueDays: none, blockAbove: 50.50, owedAtMost: none}")) {
      assertThat(library.checkout(item(FREE), card(OWES_HKD_50_50))).startsWith("121");
      assertThat(library.patron(card(OWES_HKD_50_50), "7531", " ".repeat(10)))
          .contains("|BZ0004|", "|CB0010|", "|CC50.50|");
    }
    try (Library library =
        library(
            "{loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost: none}")) {
      assertThat(library.checkout(item(FREE), card(OWES_HKD_50_50))).startsWith("121");
      assertThat(library.patron(card(OWES_HKD_50_50), "7531", " ".repeat(10)))
          .doesNotContain("|BZ", "|CB", "|CC");
    }
  }

  @Test
  void how_long_something_may_be_overdue() {
    try (Library library =
        library("{loans: 10, holds: 4, overdueDays: 3, blockAbove: none, owedAtMost: none}")) {
      assertThat(library.checkout(item(FREE), card(PLAIN))).startsWith("121");
      library.pass(Duration.ofDays(14 + 30));
      assertThat(library.patron(card(PLAIN), "4821", " ".repeat(10))).contains("long overdue");
    }
  }

  @Test
  void who_pays_less_by_class_and_media() {
    String text =
        Resources.text("library.yaml")
            .replaceFirst(
                "fine: \\{rate: 1.50}",
                "fine: {rate: 1.50, readers: [{patrons: [adult], media: ['001'], rate: 0.50}]}")
            .replace(ADULT, ADULT.replace("none}", "none, central: [adult]}"));
    PolicyReading reading = PolicyReader.parse("library.yaml", text);
    assertThat(reading).isInstanceOf(PolicyReading.PolicyRead.class);
    try (Library library =
        new Library(
            LibraryRules.standard().withPolicy(((PolicyReading.PolicyRead) reading).bundle()))) {
      assertThat(library.checkout(item(FREE), card(PLAIN))).startsWith("121");
      library.pass(Duration.ofDays(14 + 2));
      assertThat(library.patron(card(PLAIN), "4821", " ".repeat(10))).contains("|PCadult|");
      assertThat(library.checkin(item(FREE))).contains("|BV0.50|");
    }
    try (Library library =
        library("{loans: 10, holds: 4, overdueDays: none, blockAbove: none, owedAtMost: none}")) {
      assertThat(library.checkout(item(FREE), card(PLAIN))).startsWith("121");
      library.pass(Duration.ofDays(14 + 2));
      assertThat(library.checkin(item(FREE))).contains("|BV1.50|");
    }
  }

  private static Library staged(String stages, String adult) {
    String text =
        Resources.text("library.yaml")
            .replaceFirst("fine: \\{rate: 1.50}", "fine: {rate: 0.00, stages: [" + stages + "]}")
            .replace(ADULT, "adult: " + adult);
    return switch (PolicyReader.parse("library.yaml", text)) {
      case PolicyReading.PolicyRead(var bundle) ->
          new Library(LibraryRules.standard().withPolicy(bundle));
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private static final String NO_LIMITS =
      "{loans: 10, holds: 4, overdueDays: none, blockAbove: none, owedAtMost: none}";

  @Test
  void a_letter_is_charged_once_for_all_that_reach_its_stage_on_one_day() {
    try (Library library =
        staged(
            "{after: 7 days, fee: 1.00}, {after: 14 days, fee: 2.00, per: letter, postage: 0.85}",
            NO_LIMITS)) {
      assertThat(library.checkout(item(FREE), card(PLAIN))).startsWith("121");
      assertThat(library.checkout(item(ALSO_FREE), card(PLAIN))).startsWith("121");
      library.pass(Duration.ofDays(14 + 20));
      assertThat(library.checkin(item(FREE))).contains("|BV1.00|");
      assertThat(library.patron(card(PLAIN), "4821", " ".repeat(10))).contains("|BV3.85|");
      assertThat(library.checkin(item(ALSO_FREE))).contains("|BV1.00|");
      assertThat(library.patron(card(PLAIN), "4821", " ".repeat(10))).contains("|BV4.85|");
    }
  }

  @Test
  void a_stage_stops_borrowing_until_the_item_is_back() {
    try (Library library = staged("{after: 7 days, fee: 0.00, blocks: true}", NO_LIMITS)) {
      assertThat(library.checkout(item(FREE), card(PLAIN))).startsWith("121");
      library.pass(Duration.ofDays(14 + 6));
      assertThat(library.checkout(item(ALSO_FREE), card(PLAIN))).startsWith("121");
      library.pass(Duration.ofDays(2));
      assertThat(library.patron(card(PLAIN), "4821", " ".repeat(10))).contains("long overdue");
      assertThat(library.checkin(item(FREE))).startsWith("101");
      assertThat(library.patron(card(PLAIN), "4821", " ".repeat(10)))
          .doesNotContain("long overdue");
    }
  }

  @Test
  void what_a_visit_may_come_to() {
    try (Library library =
        library(
            "{loans: 10, holds: 4, overdueDays: none, blockAbove: none, owedAtMost: none,"
                + " visitAtMost: 20.00}")) {
      assertThat(library.checkout(item(FREE), card(PLAIN))).startsWith("121");
      assertThat(library.checkout(item(ALSO_FREE), card(PLAIN))).startsWith("121");
      library.pass(Duration.ofDays(14 + 10));
      assertThat(library.checkin(item(FREE))).contains("|BV12.00|");
      assertThat(library.checkin(item(ALSO_FREE))).contains("|BV8.00|");
    }
  }

  /// Fines stop growing when so much is owed; the loan's own charge is what is left of its fine.
  @Test
  void what_an_account_may_come_to() {
    try (Library library =
        library("{loans: 10, holds: 4, overdueDays: none, blockAbove: none, owedAtMost: 51.00}")) {
      assertThat(library.checkout(item(FREE), card(OWES_HKD_50_50))).startsWith("121");
      library.pass(Duration.ofDays(14 + 30));
      assertThat(library.checkin(item(FREE))).contains("|BV0.50|");
      assertThat(library.patron(card(OWES_HKD_50_50), "7531", " ".repeat(10)))
          .contains("|BV51.00|");
    }
  }
}
