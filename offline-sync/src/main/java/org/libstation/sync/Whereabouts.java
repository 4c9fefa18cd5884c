package org.libstation.sync;

import java.util.Optional;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Pin;

/// Finds where an item is by the central system's status and one patron's loan list. Message 17
/// alone never says who has it.
record Whereabouts(CentralSystem central) {

  enum ItemWhereabouts {
    ON_SHELF,
    WITH_THIS_PATRON,
    /// Neither in this patron's list nor on the shelf.
    ELSEWHERE,
    /// The central system answered, but its list could not be read.
    NOT_TOLD,
    NO_LINK
  }

  /// Checks the patron's list first, whatever the status says.
  ItemWhereabouts byList(ItemLook look, Optional<PatronId> card, Optional<Pin> pin) {
    ItemWhereabouts listed =
        card.map(patron -> listed(look.item(), patron, pin)).orElse(ItemWhereabouts.NOT_TOLD);
    return switch (listed) {
      case WITH_THIS_PATRON, NO_LINK -> listed;
      case ELSEWHERE, NOT_TOLD, ON_SHELF ->
          look.status().onShelf() ? ItemWhereabouts.ON_SHELF : listed;
    };
  }

  /// Checks the status first: no patron has an item that is on the shelf.
  ItemWhereabouts byStatus(ItemLook look, Optional<PatronId> card, Optional<Pin> pin) {
    return look.status().onShelf() ? ItemWhereabouts.ON_SHELF : byList(look, card, pin);
  }

  private ItemWhereabouts listed(ItemId item, PatronId patron, Optional<Pin> pin) {
    return switch (central.patron(patron, pin, true)) {
      case Answer.NotSent<PatronLook> _, Answer.Unknown<PatronLook> _ -> ItemWhereabouts.NO_LINK;
      case Answer.Refused<PatronLook> _ -> ItemWhereabouts.NOT_TOLD;
      case Answer.Accepted<PatronLook>(var seen) when !seen.known() -> ItemWhereabouts.ELSEWHERE;
      case Answer.Accepted<PatronLook>(var seen) ->
          seen.charged()
              .map(
                  list ->
                      list.contains(item)
                          ? ItemWhereabouts.WITH_THIS_PATRON
                          : ItemWhereabouts.ELSEWHERE)
              .orElse(ItemWhereabouts.NOT_TOLD);
    };
  }

  /// Whether the item is in the patron's list; empty if unknown.
  static Optional<Boolean> inList(ItemWhereabouts place) {
    return switch (place) {
      case WITH_THIS_PATRON -> Optional.of(true);
      case ELSEWHERE -> Optional.of(false);
      case ON_SHELF, NOT_TOLD, NO_LINK -> Optional.empty();
    };
  }
}
