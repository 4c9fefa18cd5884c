package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What the central system says of a patron (SIP2 63/64), without name or address.
///
/// @param known BL: the card is known
/// @param pinRight CQ: empty when not sent, which counts as not verified
/// @param blocks what the patron may not do, and why
/// @param owed BV, when sent
/// @param charged barcodes of the loans (AU), when they were asked for
/// @param holdsReady how many reserved items wait on the shelf
/// @param holdsWaiting how many reservations wait for a copy, when told
/// @param reasons why borrowing is denied, as far as its texts (AF) say so; they block nothing
/// @param kind what the central system calls this kind of patron, in the field that the site names
@RecordBuilder
public record PatronLook(
    PatronId patron,
    boolean known,
    Optional<Boolean> pinRight,
    Set<PatronBlock> blocks,
    OptionalInt chargedCount,
    OptionalInt overdueCount,
    OptionalInt chargedLimit,
    int holdsReady,
    OptionalInt holdsWaiting,
    Optional<Money> owed,
    Optional<List<ItemId>> charged,
    Set<Refusal.RefusalReason> reasons,
    Optional<String> kind)
    implements PatronLookBuilder.With {
  public PatronLook {
    blocks = Set.copyOf(blocks);
    charged = charged.map(List::copyOf);
    reasons = Set.copyOf(reasons);
  }

  /// Whether the central system lets this patron borrow.
  public boolean mayBorrow() {
    return known && !blocks.contains(PatronBlock.CHARGE_DENIED);
  }
}
