package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerReportTest {
  private static final LibraryRules RULES = LibraryRules.standard();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Library.OPENING_DAY.atTime(14, 0).atZone(RULES.zone()).toInstant());

  @TempDir Path folder;

  @Test
  void aFineIsExplainedAndNoCardStandsThereWhole() {
    Path file = folder.resolve("ledger.db");
    String overdue = Library.item("徐霞客游记选");
    try (LibraryTables tables = LibraryTables.file(file, RULES, Library.OPENING_DAY)) {
      LibraryCore core = new LibraryCore(tables, RULES, CLOCK);
      assertThat(core.counterReturn(overdue)).isEqualTo("done");
      assertThat(core.counterLend(overdue, Library.card(4))).isEqualTo("Too much is owed");
      try (LedgerReader reader = LedgerReader.open(file)) {
        String report = LedgerReport.text(reader);
        assertThat(report)
            .contains("checkin  " + overdue + "  …" + Library.card(18).substring(10) + "  done")
            .contains("fine HKD 3.00")
            .contains("checkout  " + overdue)
            .contains("refused  Too much is owed")
            .contains("(2 days x HKD 1.50; calendar embedded-2026-1; policy embedded-1)");
        for (DemoPatron patron : DemoPatron.all()) {
          assertThat(report).doesNotContain(patron.card());
        }
      }
    }
  }

  @Test
  void aReaderChangesNothing() {
    Path file = folder.resolve("ledger.db");
    LibraryTables.file(file, RULES, Library.OPENING_DAY).close();
    try (LibraryTables tables = LibraryTables.readOnly(file)) {
      assertThatThrownBy(() -> tables.database().update("delete from loan"))
          .isInstanceOf(LedgerException.class);
    }
  }

  @Test
  void theSeedLooksTheSameOnWhateverDayItOpens() {
    for (int day = 0; day < 14; day++) {
      LocalDate opening = Library.OPENING_DAY.plusDays(day);
      try (LibraryTables tables = LibraryTables.memory(RULES, opening)) {
        assertThat(tables.loans().allOpen())
            .as("opened on %s", opening)
            .allSatisfy(loan -> assertThat(loan.lentAt().toLocalDate()).isBefore(opening));
        assertThat(tables.loans().openOfCard(Library.card(16)))
            .as("patron 16 has overdue loans when it opens on %s", opening)
            .hasSize(2)
            .allMatch(loan -> loan.due().toLocalDate().isBefore(opening));
      }
    }
  }

  @Test
  void librariesBegunFromOneTemplateShareNothing() {
    LibraryTables.Template template = LibraryTables.template(RULES, Library.OPENING_DAY);
    String item = Library.item("The time machine");
    try (LibraryTables one = template.begin();
        LibraryTables other = template.begin()) {
      assertThat(new LibraryCore(one, RULES, CLOCK).counterLend(item, Library.card(1)))
          .isEqualTo("done");
      assertThat(one.loans().openOf(item)).isPresent();
      assertThat(other.loans().openOf(item)).isEmpty();
      assertThat(other.loans().allOpen()).hasSize(one.loans().allOpen().size() - 1);
      assertThatThrownBy(() -> one.database().update("delete from action"))
          .isInstanceOf(LedgerException.class);
    }
  }
}
