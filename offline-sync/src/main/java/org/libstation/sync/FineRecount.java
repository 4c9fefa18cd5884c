package org.libstation.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.EntryPages;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PlaceRules.Candidate;
import org.libstation.policy.PolicyBundle;

/// Recalculates by newer rules the fines that people were told here, and finds those that become
/// lower. A rule that would charge more for past days changes nothing for people who were told
/// before.
///
/// The result names item and hand-over, but no patron: the central system knows whose loan it was.
public final class FineRecount {
  private final PolicyBundle rules;
  private final Instant now;

  /// @param rules the newer ones; they include the history, so that the old state can be calculated
  ///   too
  /// @param now the moment whose rules are the newer ones
  public FineRecount(PolicyBundle rules, Instant now) {
    this.rules = rules;
    this.now = now;
  }

  /// A fine that becomes lower.
  ///
  /// @param entry number of the return
  /// @param handedOver the moment that counts
  public record FineDifference(
      long entry, ItemId item, EventTime handedOver, FineTold told, Money counted, String version) {

    /// Returns the note for staff; holds no personal data.
    public TaskNote note() {
      return TaskNote.of(
          TaskNoteCode.FINE_LOWER,
          told.sum(),
          TaskNote.moment(handedOver),
          told.due().map(LocalDate::toString).orElse(""),
          version,
          counted);
    }
  }

  /// Returns all differences in a journal, in the order of its entries.
  public List<FineDifference> differences(EntryPages journal) {
    return journal.from(1).flatMap(entry -> difference(entry).stream()).toList();
  }

  /// Adds a staff line to each return whose fine becomes lower; once, however often this runs.
  ///
  /// @return how many lines were written
  public int tellStaff(Journal journal) {
    int written = 0;
    for (FineDifference each : differences(journal)) {
      StaffLine line = StaffLine.of(StaffLine.StaffReason.FINE_CHANGED, each.note());
      boolean known =
          journal.find(each.entry()).stream()
              .flatMap(entry -> entry.marks().stream())
              .anyMatch(noted -> noted.mark().equals(line));
      if (!known) {
        journal.mark(each.entry(), line);
        written++;
      }
    }
    return written;
  }

  private Optional<FineDifference> difference(JournalEntry entry) {
    if (!(entry.what() instanceof CirculationEvent.ItemReturned returned)
        || returned.handedOver().doubtful()) {
      return Optional.empty();
    }
    return entry.marks().reversed().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.Fine.class::isInstance)
        .map(mark -> ((Mark.Fine) mark).told())
        .findFirst()
        .filter(told -> told.due().isPresent())
        .flatMap(told -> lower(entry.number(), returned, told));
  }

  private Optional<FineDifference> lower(
      long entry, CirculationEvent.ItemReturned returned, FineTold told) {
    Instant handedOver = returned.handedOver().corrected().toInstant();
    LocalDate day = handedOver.atZone(rules.zone()).toLocalDate();
    LocalDate due = told.due().orElseThrow();
    PlaceRules since = rules.at(now);
    return countedBy(told, handedOver, due, day)
        .flatMap(
            old ->
                since
                    .candidates()
                    .filter(one -> same(one, old))
                    .max(Comparator.comparing(one -> sameReader(one, old))))
        .map(one -> since.estimate(one, due, day).assessment())
        .filter(counted -> counted.amount().minor() < told.sum().minor())
        .map(
            counted ->
                new FineDifference(
                    entry,
                    returned.item(),
                    returned.handedOver(),
                    told,
                    counted.amount(),
                    counted.policyVersion()));
  }

  /// Whether `one` is the newer form of `old`. A class that no longer has a rule for recalls is
  /// treated like any other.
  private static boolean same(Candidate one, Candidate old) {
    return one.lendingClass().name().equals(old.lendingClass().name())
        && (one.recalled() == old.recalled() || one.fines().recall().isEmpty())
        && (one.shared() == old.shared() || (!old.fines().hasLetters() && !one.shared()))
        && (one.reader().isEmpty() || sameReader(one, old));
  }

  /// Whether both apply to the same patrons. Patrons who no longer have a rule of their own are
  /// treated like any other.
  private static boolean sameReader(Candidate one, Candidate old) {
    return old.reader().isPresent()
        ? one.reader().filter(now -> now.isAbout(old.reader().get())).isPresent()
        : one.reader().isEmpty();
  }

  /// Finds the rule by which the fine was calculated. An estimate follows the rule for estimates.
  /// For a fine that the library confirmed, it is the rule known then that gives the same sum. The
  /// latest rules are tried first, because the station may have received some of them late.
  private Optional<Candidate> countedBy(
      FineTold told, Instant handedOver, LocalDate due, LocalDate day) {
    if (told.comparison() == FineTold.Comparison.NOT_COMPARABLE) {
      PlaceRules then = rules.at(handedOver);
      return then.estimates()
          .filter(one -> comesTo(then, one, told, due, day))
          .findFirst()
          .or(() -> then.estimates().findFirst());
    }
    return Stream.concat(
            Stream.of(handedOver),
            rules.announcements().headSet(handedOver, true).descendingSet().stream())
        .map(rules::at)
        .flatMap(then -> then.candidates().filter(one -> comesTo(then, one, told, due, day)))
        .findFirst();
  }

  private static boolean comesTo(
      PlaceRules then, Candidate one, FineTold told, LocalDate due, LocalDate day) {
    return then.estimate(one, due, day).assessment().amount().equals(told.sum());
  }
}
