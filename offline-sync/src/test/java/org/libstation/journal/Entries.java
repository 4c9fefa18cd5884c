package org.libstation.journal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Looks;
import org.libstation.circulation.PatronId;
import org.libstation.journal.Journal.NewEntry;

/// Entries as a day at a station makes them.
public final class Entries {
  public static final PatronId CARD = new PatronId("21234567890123");
  public static final PatronId OTHER_CARD = new PatronId("29999999990001");
  public static final ItemId ITEM = new ItemId("30000000000017");
  public static final ItemId OTHER_ITEM = new ItemId("30000000000025");
  public static final LocalDateTime DUE = LocalDateTime.parse("2026-12-09T23:59");

  private Entries() {}

  public static ItemLook look(ItemId item) {
    return Looks.item(item).with(c -> c.title("紅樓夢").mediaType("001"));
  }

  public static NewEntry loanAsked(ItemId item, PatronId card) {
    return NewEntry.of(
        new CirculationEvent.LoanAsked(item, look(item), true),
        Optional.of(card),
        List.of(Mark.Sending.of(Act.CHECKOUT)),
        List.of());
  }

  public static NewEntry loanGiven(ItemId item, PatronId card) {
    return NewEntry.of(
        new CirculationEvent.LoanGiven(item, DUE, "紅樓夢", true),
        Optional.of(card),
        List.of(),
        List.of());
  }

  public static NewEntry returned(ItemId item, EventTime handedOver) {
    return NewEntry.of(
        new CirculationEvent.ItemReturned(item, handedOver, How.DROPPED, true),
        Optional.empty(),
        List.of(),
        List.of());
  }

  public static NewEntry renewAsked(ItemId item, PatronId card) {
    return NewEntry.of(
        new CirculationEvent.RenewAsked(item, Optional.empty()),
        Optional.of(card),
        List.of(),
        List.of());
  }
}
