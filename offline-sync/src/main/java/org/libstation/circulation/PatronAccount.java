package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the central system says of a patron's own account.
///
/// @param look counts, flags and the sum, as of the same moment
/// @param charges what is owed, a line a charge; empty where it does not list them
/// @param holds ready ones first; empty where it does not list them
/// @param reasons why the patron is blocked, as far as its texts (AF) say so; they block nothing
/// @param messages what its other texts for the patron came to: those that a rule knows, in the
///   rule's words
@RecordBuilder
public record PatronAccount(
    PatronLook look,
    List<ChargeLine> charges,
    List<HoldLine> holds,
    Set<Refusal.RefusalReason> reasons,
    List<CentralWords> messages)
    implements PatronAccountBuilder.With {
  public PatronAccount {
    charges = List.copyOf(charges);
    holds = List.copyOf(holds);
    reasons = Set.copyOf(reasons);
    messages = List.copyOf(messages);
  }

  /// Whether the lines add up to the sum: then they are all of it.
  public boolean chargesAddUp() {
    Optional<Money> listed = Optional.empty();
    for (ChargeLine line : charges) {
      if (line.open().isEmpty()) {
        return false;
      }
      Money open = line.open().get();
      if (listed.isPresent() && !listed.get().currency().equals(open.currency())) {
        return false;
      }
      listed = Optional.of(listed.map(sum -> sum.plus(open)).orElse(open));
    }
    return look.owed().isPresent()
        && (listed.isEmpty() ? look.owed().get().isZero() : listed.equals(look.owed()));
  }

  /// Why the patron may not do something, each reason once, the gravest first.
  public List<BlockReason> blocked() {
    return BlockReason.of(look, reasons);
  }
}
