package org.libstation.sync;

import java.util.Optional;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.ItemStanding.Source;
import org.libstation.circulation.ItemStanding.Where;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;

/// Decides whether an item is in stock or on loan. An unsettled event at this station is newer than
/// the central system's answer. Otherwise that answer decides; without an answer, the journal's
/// last event.
record Standings(SettlingParts parts) {

  ItemStanding of(ItemId item) {
    Optional<JournalEntry> last = parts.journal().lastMove(item);
    Optional<ItemLook> look =
        parts.central().look(item) instanceof Answer.Accepted<ItemLook>(var seen)
            ? Optional.of(seen)
            : Optional.empty();
    String title = look.map(ItemLook::title).orElse("");
    boolean byJournal = look.isEmpty() || last.filter(Standings::unsettled).isPresent();
    return byJournal
        ? new ItemStanding(
            last.map(entry -> where(entry.what())).orElse(Where.UNKNOWN), Source.JOURNAL, title)
        : new ItemStanding(where(look.orElseThrow().status()), Source.CENTRAL, title);
  }

  /// Whether the entry is newer than the central system's answer. An entry with staff is not: it
  /// may have been put right at a counter since.
  private static boolean unsettled(JournalEntry entry) {
    return entry.state() != EntryState.CLOSED && entry.state() != EntryState.WITH_STAFF;
  }

  private static Where where(CirculationEvent move) {
    return switch (move) {
      case CirculationEvent.LoanAsked _, CirculationEvent.LoanGiven _ -> Where.ON_LOAN;
      case CirculationEvent.ItemReturned _ -> Where.IN_STOCK;
      case CirculationEvent.NoMove _ -> Where.UNKNOWN;
    };
  }

  private static Where where(CirculationStatus status) {
    if (status.onLoan()) {
      return Where.ON_LOAN;
    }
    return status.onShelf() ? Where.IN_STOCK : Where.UNKNOWN;
  }
}
