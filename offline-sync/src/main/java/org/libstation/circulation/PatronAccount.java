package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A patron's account as the central system reports it.
///
/// @param look counts, flags and the sum owed, of the same moment
/// @param charges what is owed, one line for each charge; empty if the central system lists none
/// @param holds ready holds first; empty if the central system lists none
/// @param reasons why the patron is blocked, as far as the central system's texts (AF) say it; a
///   reason by itself blocks nothing
/// @param messages other texts for the patron, if a rule recognises them, in the rule's words
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

  /// Whether the listed charges add up to the sum owed, so that the list is complete.
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

  /// Why the patron may not do something: each reason once, the most serious first.
  public List<BlockReason> blocked() {
    return BlockReason.of(look, reasons);
  }
}
