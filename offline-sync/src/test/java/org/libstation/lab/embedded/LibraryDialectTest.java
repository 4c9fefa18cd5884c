package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.central.sip2.Sip2Habits.LoanDate;
import org.libstation.central.sip2.Sip2Habits.NoBlock;
import org.libstation.central.sip2.Sip2Habits.RepeatedCheckout;
import org.libstation.central.sip2.Sip2Habits.ReturnDate;
import org.libstation.testkit.Changed;

/// The embedded library answers, and books, as its dialect says.
class LibraryDialectTest {
  private static final String BOOK = Library.item("The time machine");
  private static final String MINE = Library.card(1);
  private static final String OTHERS = Library.card(30);
  private static final String BLANK = " ".repeat(18);

  private static Library library(RepeatedCheckout repeated, ReturnDate returned, NoBlock noBlock) {
    Sip2Habits own = LibraryDialects.embedded().habits();
    return new Library(
        LibraryRules.standard()
            .withDialect(
                Changed.with(
                    LibraryDialects.embedded(),
                    "habits",
                    own.with(
                        c ->
                            c.repeatedCheckout(repeated)
                                .returnDate(returned)
                                .noBlock(noBlock)
                                .idleDrop(Optional.empty())
                                .locationRequired(false)))));
  }

  private static String checkout(Library library, String noBlock, String due, String card) {
    return library.say(
        "11N%s20261125    140000%sAOSEL|AA%s|AB%s|AC|BON|".formatted(noBlock, due, card, BOOK));
  }

  @ParameterizedTest
  @CsvSource({"RENEWAL, 121Y, 1", "REFUSAL, 120N, 0", "REFUSAL_THAT_TELLS, 120Y, 0"})
  void a_repeated_checkout(RepeatedCheckout repeated, String begins, int renewals) {
    try (Library library = library(repeated, ReturnDate.IGNORED, NoBlock.IGNORED)) {
      assertThat(checkout(library, "N", BLANK, MINE)).startsWith("121N");
      assertThat(checkout(library, "N", BLANK, MINE)).startsWith(begins);
      assertThat(library.tables().loans().openOf(BOOK).orElseThrow().renewals())
          .isEqualTo(renewals);
    }
  }

  @ParameterizedTest
  @EnumSource(NoBlock.class)
  void no_block(NoBlock noBlock) {
    try (Library library = library(RepeatedCheckout.REFUSAL, ReturnDate.IGNORED, noBlock)) {
      String promised = "20261128    235900";
      assertThat(checkout(library, "N", BLANK, OTHERS)).startsWith("121");
      String forced = checkout(library, "Y", promised, MINE);
      assertThat(forced).startsWith(noBlock == NoBlock.DANGEROUS ? "121" : "120");
      assertThat(library.tables().loans().openOf(BOOK).orElseThrow().card())
          .isEqualTo(noBlock == NoBlock.DANGEROUS ? MINE : OTHERS);
      library.say("09N20261125    14000020261125    140000APSEL-1|AOSEL|AB%s|AC|".formatted(BOOK));
      assertThat(checkout(library, "Y", promised, MINE).contains("AH" + promised))
          .isEqualTo(noBlock != NoBlock.IGNORED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TO_THE_SECOND, 2026-11-26T10:00+08:00",
    "TO_THE_DAY, 2026-11-26T23:59:59+08:00",
    "IGNORED, 2026-11-28T14:00+08:00"
  })
  void a_return_date(ReturnDate returned, String booked) {
    try (Library library = library(RepeatedCheckout.REFUSAL, returned, NoBlock.IGNORED)) {
      assertThat(checkout(library, "N", BLANK, MINE)).startsWith("121");
      library.pass(Duration.ofDays(3));
      library.say("09N20261128    14000020261126    100000APSEL-1|AOSEL|AB%s|AC|".formatted(BOOK));
      assertThat(library.tables().loans().all().getLast().returnedAt().orElseThrow())
          .hasToString(booked);
    }
  }

  @ParameterizedTest
  @CsvSource({"KEPT, 2026-11-25T14:00+08:00", "OWN, 2026-11-28T14:00+08:00"})
  void a_loan_date(LoanDate kept, String begun) {
    Sip2Habits own = LibraryDialects.embedded().habits();
    Sip2Dialect dialect =
        Changed.with(LibraryDialects.embedded(), "habits", own.withLoanDate(kept));
    try (Library library = new Library(LibraryRules.standard().withDialect(dialect))) {
      library.pass(Duration.ofDays(3));
      assertThat(checkout(library, "N", BLANK, MINE)).startsWith("121");
      assertThat(library.tables().loans().openOf(BOOK).orElseThrow().lentAt()).hasToString(begun);
    }
  }

  @Test
  void a_return_that_names_nobody() {
    Sip2Dialect silent =
        Changed.with(
            LibraryDialects.embedded(),
            "meaning",
            Changed.with(LibraryDialects.embedded().meaning(), "checkinNamesPatron", false));
    try (Library library = new Library(LibraryRules.standard().withDialect(silent))) {
      assertThat(checkout(library, "N", BLANK, MINE)).startsWith("121");
      assertThat(
              library.say(
                  "09N20261125    14000020261125    140000APSEL-1|AOSEL|AB%s|AC|".formatted(BOOK)))
          .startsWith("101")
          .doesNotContain("|AA");
    }
  }

  @Test
  void a_pin_that_is_needed() {
    Sip2Dialect strict =
        Changed.with(
            LibraryDialects.embedded(),
            "meaning",
            Changed.with(LibraryDialects.embedded().meaning(), "pinFor", Set.of("11", "63")));
    try (Library library = new Library(LibraryRules.standard().withDialect(strict))) {
      assertThat(checkout(library, "N", BLANK, MINE)).startsWith("120").contains("CQN|");
      assertThat(library.say("6300120261125    140000          AOSEL|AA%s|AC|".formatted(MINE)))
          .startsWith("64YYYY");
      assertThat(library.core().counterLend(BOOK, MINE)).isEqualTo("done");
    }
  }
}
