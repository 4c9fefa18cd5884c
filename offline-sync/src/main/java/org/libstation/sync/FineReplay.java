package org.libstation.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.ItemId;
import org.libstation.fines.OverdueLoan;
import org.libstation.journal.EntryPages;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PlaceRules.Candidate;
import org.libstation.policy.PolicyBundle;

/// Finds, for each fine that people were told here, the rules and the loan that give it, so that
/// anyone can recalculate it.
public final class FineReplay {
  private final PolicyBundle policy;

  /// @param policy with its history: each return is calculated by the rules of its own moment
  public FineReplay(PolicyBundle policy) {
    this.policy = policy;
  }

  /// A fine that a person was told.
  ///
  /// @param entry number of the return
  /// @param handedOver the moment that counts
  /// @param counted empty if no rules of this policy give that sum, and for a sum that the library
  ///   itself gave
  public record Replayed(
      long entry,
      ItemId item,
      EventTime handedOver,
      FineTold told,
      Optional<ReplayedFine> counted) {

    /// Whether the station calculated this fine.
    public boolean isOurs() {
      return told.due().isPresent();
    }
  }

  /// The rules and the loan that give a fine.
  ///
  /// @param rules those known then
  /// @param by the class by which it was calculated
  public record ReplayedFine(PlaceRules rules, Candidate by, OverdueLoan loan) {}

  /// Returns every fine that was told, in the order of the entries; one told twice appears twice.
  public List<Replayed> all(EntryPages journal) {
    List<Replayed> all = new ArrayList<>();
    for (JournalEntry entry : journal.each()) {
      if (entry.what() instanceof CirculationEvent.ItemReturned returned) {
        told(entry)
            .map(
                told ->
                    new Replayed(
                        entry.number(),
                        returned.item(),
                        returned.handedOver(),
                        told,
                        counted(told, returned.handedOver().corrected().toInstant())))
            .forEach(all::add);
      }
    }
    return all;
  }

  private static Stream<FineTold> told(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.Fine.class::isInstance)
        .map(mark -> ((Mark.Fine) mark).told());
  }

  /// Tries the rules of the hand-over first, then earlier ones: the station may have received the
  /// latest rules late.
  private Optional<ReplayedFine> counted(FineTold told, Instant handedOver) {
    return told.due()
        .flatMap(
            due ->
                Stream.concat(
                        Stream.of(handedOver),
                        policy.announcements().headSet(handedOver, true).descendingSet().stream())
                    .map(policy::at)
                    .flatMap(rules -> counted(told, due, rules, handedOver))
                    .findFirst());
  }

  private static Stream<ReplayedFine> counted(
      FineTold told, LocalDate due, PlaceRules rules, Instant handedOver) {
    LocalDate back = handedOver.atZone(rules.zone()).toLocalDate();
    Stream<Candidate> by =
        told.comparison() == FineTold.Comparison.NOT_COMPARABLE
            ? rules.estimates()
            : rules.candidates();
    return by.filter(one -> rules.estimate(one, due, back).assessment().amount().equals(told.sum()))
        .map(one -> new ReplayedFine(rules, one, rules.loan(one, due, back)));
  }
}
