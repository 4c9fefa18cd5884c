package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.ItemId;
import org.libstation.sync.ItemAudit.AuditComparison;

class ItemAuditTest {
  private final Bench bench = new Bench();

  @Test
  void a_loan_that_both_know_agrees() {
    bench.linkLost();
    long _ = bench.lentOffline(ITEM, CARD);
    assertThat(verdict(ITEM)).isEqualTo(AuditComparison.NO_ANSWER);

    bench.central.down(false);
    assertThat(verdict(ITEM)).isEqualTo(AuditComparison.NOT_SETTLED_YET);

    bench.linkBack();
    bench.settle();
    assertThat(verdict(ITEM)).isEqualTo(AuditComparison.AGREES);
  }

  @Test
  void a_settled_return_that_the_library_has_on_loan_differs() {
    long _ = bench.received(ITEM);
    bench.settle();
    assertThat(verdict(ITEM)).isEqualTo(AuditComparison.AGREES);

    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-24T23:59"));
    assertThat(verdict(ITEM)).isEqualTo(AuditComparison.DIFFERS);
  }

  @Test
  void what_is_in_transit_is_neither() {
    long _ = bench.received(ITEM);
    bench.settle();
    bench.central.says(ITEM, CirculationStatus.IN_TRANSIT);

    assertThat(verdict(ITEM)).isEqualTo(AuditComparison.NOT_COMPARABLE);
  }

  @Test
  void what_never_moved_here_is_said_to() {
    assertThat(verdict(ITEM)).isEqualTo(AuditComparison.NEVER_HERE);
    assertThat(verdict(new ItemId("nobody-knows-this"))).isEqualTo(AuditComparison.NEVER_HERE);
  }

  private AuditComparison verdict(ItemId item) {
    return ItemAudit.of(item, bench.journal.lastMove(item), bench.central.look(item)).verdict();
  }
}
