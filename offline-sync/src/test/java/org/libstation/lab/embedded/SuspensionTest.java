package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.lab.embedded.Library.card;
import static org.libstation.lab.embedded.Library.item;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// What a notice that stops fines and blocks does at the embedded library, and when it ends.
class SuspensionTest {
  private static final int OWES_HKD_86 = 4;
  private static final String FREE = "The time machine";

  private static LibraryRules rules() {
    String text =
        Resources.text("library.yaml")
            .replace(
                "\noffline:\n",
                """

                windows:
                  closure:
                    announcedAt: 2026-11-20T12:00+08:00
                    from: 2026-11-25
                    to: 2026-12-02
                    effects: {fines: stopped, blocks: stopped, pickUpDaysMore: 30}

                offline:
                """);
    return switch (PolicyReader.parse("library.yaml", text)) {
      case PolicyReading.PolicyRead(var bundle) -> LibraryRules.standard().withPolicy(bundle);
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  @Test
  void while_blocks_are_stopped_whoever_owes_too_much_may_borrow() {
    try (Library library = new Library(rules())) {
      assertThat(library.checkout(item(FREE), card(OWES_HKD_86))).startsWith("121");
      assertThat(library.patron(card(OWES_HKD_86), "8642", " ")).startsWith("64    ");
    }
  }

  @Test
  void from_the_day_on_which_the_notice_ends_they_are_refused_again() {
    try (Library library = new Library(rules())) {
      library.pass(Duration.ofDays(7));
      assertThat(library.checkout(item(FREE), card(OWES_HKD_86)))
          .startsWith("120")
          .contains("Too much is owed");
    }
  }

  @Test
  void reserved_items_wait_longer() {
    try (Library library = new Library(rules())) {
      assertThat(library.books().keptTill())
          .isEqualTo(Library.OPENING_DAY.plusDays(TitleHold.SHELF_DAYS + 30L));
      library.pass(Duration.ofDays(7));
      assertThat(library.books().keptTill())
          .isEqualTo(Library.OPENING_DAY.plusDays(7L + TitleHold.SHELF_DAYS));
    }
  }
}
