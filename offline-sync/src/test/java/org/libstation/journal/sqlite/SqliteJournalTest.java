package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.StationClock;
import org.libstation.journal.Entries;
import org.libstation.journal.JournalContractTest;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

final class SqliteJournalTest extends JournalContractTest {
  // Assigned by JUnit.
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  @Override
  protected SqliteJournal create(StationClock stationClock) {
    return new Station(root, stationClock).open();
  }

  @Test
  void everything_is_there_after_a_restart() {
    long loan = journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
    journal.mark(loan, new Mark.Released());
    long asked = journal.append(Entries.loanAsked(Entries.OTHER_ITEM, Entries.CARD));
    journal.mark(asked, new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.ABANDONED, "station"));
    List<JournalEntry> all = journal.all(0, 10);
    List<JournalEntry> open = journal.open();

    journal.close();
    journal = create(clock);

    assertThat(journal.all(0, 10)).isEqualTo(all).hasSize(2);
    assertThat(journal.open()).isEqualTo(open).hasSize(1);
    assertThat(journal.card(loan)).contains(Entries.CARD);
    assertThat(journal.unsettledLoans(Entries.CARD)).isEqualTo(1);
    assertThat(journal.append(Entries.returned(Entries.ITEM, clock.now()))).isGreaterThan(asked);
  }
}
