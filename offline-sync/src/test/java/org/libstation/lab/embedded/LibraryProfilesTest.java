package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.lab.embedded.Library.card;
import static org.libstation.lab.embedded.Library.item;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// The embedded library counts by the profile its policy names.
class LibraryProfilesTest {
  private static final String FREE = "The time machine";

  private static LibraryRules rules(String profile) {
    String text =
        Resources.text("library.yaml")
            .replace("profile: hkpl", "profile: " + profile)
            .replace("renewals: 5}", "renewals: 5, dueDate: next-open-day}")
            .replace(
                "week: {thursday: closed}",
                "week: {monday: 09:00-20:00, tuesday: 09:00-20:00, wednesday: 09:00-20:00,"
                    + " thursday: closed, friday: 09:00-20:00, saturday: 09:00-20:00,"
                    + " sunday: 09:00-20:00}")
            .replace(
                "    changes:\n",
                """
                    changes:
                      - announcedAt: 2026-12-08T18:00+08:00
                        days: [2026-12-09]
                        closed: emergency
                """);
    return switch (PolicyReader.parse("library.yaml", text)) {
      case PolicyReading.PolicyRead(var bundle) -> LibraryRules.standard().withPolicy(bundle);
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  /// Due Wednesday 9 December, which an emergency closed on the evening before; back on Monday at
  /// 10:00; closed on Thursdays; 1.50 a day. Counted are Friday to Monday; Koha takes the due date
  /// off as well; FOLIO adds up 34 open hours, which are two "days"; Polaris gives a day free.
  @ParameterizedTest
  @CsvSource({
    "hkpl, 6.00",
    "koha, 4.50",
    "evergreen, 6.00",
    "folio, 3.00",
    "polaris-free-days, 4.50",
  })
  void one_return_costs_what_the_profile_makes_of_it(String profile, String fine) {
    try (Library library = new Library(rules(profile))) {
      String book = item(FREE, 1);
      assertThat(library.checkout(book, card(1))).startsWith("121");
      library.pass(Duration.ofDays(19).minusHours(4));
      assertThat(library.local().toLocalDate()).isEqualTo(LocalDate.of(2026, 12, 14));
      assertThat(library.checkin(book)).contains("|BV" + fine + "|");
    }
  }
}
