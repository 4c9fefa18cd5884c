package org.libstation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.libstation.circulation.StationClock;

final class FakeJournalTest extends JournalContractTest {
  @Override
  protected Journal create(StationClock stationClock) {
    return new FakeJournal(stationClock);
  }

  @Test
  void a_write_that_was_told_to_fail_writes_nothing() {
    FakeJournal fake = (FakeJournal) journal;
    fake.failWrite(2, JournalException.FaultKind.DISK_FULL);
    long first = fake.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));

    assertThatThrownBy(() -> fake.mark(first, new Mark.Released()))
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.DISK_FULL));
    assertThat(fake.find(first).orElseThrow().marks()).isEmpty();
    fake.mark(first, new Mark.Released());
    assertThat(fake.find(first).orElseThrow().marks()).hasSize(1);
  }

  @Test
  void on_the_ballast_only_returns_are_taken() {
    FakeJournal fake = (FakeJournal) journal;
    fake.setDiskState(DiskState.BALLAST_USED);

    assertThatThrownBy(() -> fake.append(Entries.loanGiven(Entries.ITEM, Entries.CARD)))
        .isInstanceOf(JournalException.class);
    assertThat(fake.append(Entries.returned(Entries.ITEM, clock.now()))).isEqualTo(1);
  }
}
