package org.libstation.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.command.Called;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.LedgerReader;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.scenario.Ledgers;

class LedgerCommandTest {
  @TempDir Path data;

  private final Called station = new Called(new LedgerCommand());

  @Test
  void a_ledger_is_printed_while_its_library_runs_and_cards_are_masked() {
    try (EmbeddedLibrary library =
            EmbeddedLibrary.start(
                data.resolve(Ledgers.LEDGER),
                LibraryRules.standard(),
                InstantSource.system(),
                EmbeddedLibrary.Listen.loopback(0, 0));
        LedgerReader ledger = LedgerReader.open(data.resolve(Ledgers.LEDGER))) {
      LedgerReader.OpenLoan loan = ledger.openLoans().getFirst();
      assertThat(library.command("return " + loan.item().value())).isEqualTo("ok");
      assertThat(station.with("ledger", "--data", data.toString())).isZero();
      assertThat(station.out())
          .contains("Actions", "On loan", "Charges", loan.item().value(), "checkin")
          .doesNotContain(loan.card());
    }
  }

  @Test
  void no_ledger_and_no_ledger_file_are_told_apart() throws Exception {
    assertThat(station.with("ledger", "--data", data.toString())).isEqualTo(2);
    assertThat(station.err()).contains("there is no ledger at");
    Files.writeString(data.resolve(Ledgers.LEDGER), "something else");
    assertThat(station.with("ledger", "--data", data.toString())).isEqualTo(2);
    assertThat(station.err()).contains("cannot be read").doesNotContain("\tat ");
  }
}
