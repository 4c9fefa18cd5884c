package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What the central system says of a patron (SIP2 63/64), without name or address.
///
/// @param known whether the card is known (BL)
/// @param pinRight whether the PIN is right (CQ); empty if not sent, which counts as not verified
/// @param blocks flags of what the patron may not do, and why
/// @param owed the sum owed (BV); empty if not sent
/// @param charged barcodes of the loans (AU); empty if they were not asked for
/// @param holdsReady number of held items that wait on the hold shelf
/// @param holdsWaiting number of holds that wait for a copy; empty if not reported
/// @param reasons why borrowing is denied, as far as the central system's texts (AF) say it; a
///   reason by itself blocks nothing
/// @param kind the central system's word for this kind of patron, from the field that the site's
///   settings name
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
