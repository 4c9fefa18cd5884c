package org.libstation.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronId;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// What a loan that was cut short comes to: the table of what is found at a restart. It is read
/// from the marks alone, so a patron who walked off and a power cut are the same.
final class LoanAtRestart {
  private final Journal journal;
  private final Elapsed elapsed;
  private final SyncSettings settings;

  LoanAtRestart(Journal journal, Elapsed elapsed, SyncSettings settings) {
    this.journal = journal;
    this.elapsed = elapsed;
    this.settings = settings;
  }

  /// A row of the table.
  enum RestartRow {
    /// Nothing left: there is nothing to look up.
    NOT_ASKED,
    /// Asked, and no answer written: quarantine, look up.
    ASKED_ALONE,
    REFUSED,
    /// Accepted or given, not yet released, and still to be finished by the same card.
    UNFINISHED,
    /// The central system booked it and it was not released: booked, not taken.
    ACCEPTED_NOT_RELEASED,
    /// The station lent it and did not release it: sent as a fact, perhaps not taken.
    GIVEN_NOT_RELEASED,
    RELEASED
  }

  RestartRow row(JournalEntry loan) {
    if (loan.has(Mark.Released.class)) {
      return RestartRow.RELEASED;
    }
    if (loan.what() instanceof CirculationEvent.LoanGiven) {
      return mayFinish(loan) ? RestartRow.UNFINISHED : RestartRow.GIVEN_NOT_RELEASED;
    }
    return switch (loan.state()) {
      case WRITTEN, WAITING -> RestartRow.NOT_ASKED;
      case IN_DOUBT -> RestartRow.ASKED_ALONE;
      case REFUSED -> RestartRow.REFUSED;
      case ACCEPTED, WITH_STAFF, CLOSED ->
          mayFinish(loan) ? RestartRow.UNFINISHED : RestartRow.ACCEPTED_NOT_RELEASED;
    };
  }

  /// Loans of this card that the central system accepted and that may still be finished now.
  List<LoanOutcome.Lent> unfinished(PatronId patron) {
    return journal.open().stream()
        .filter(entry -> entry.state() == EntryState.ACCEPTED && mayFinish(entry))
        .filter(entry -> journal.card(entry.number()).filter(patron::equals).isPresent())
        .map(this::outcome)
        .flatMap(Optional::stream)
        .filter(LoanOutcome.Lent.class::isInstance)
        .map(LoanOutcome.Lent.class::cast)
        .toList();
  }

  /// The loan of this item to this card that was not released, still to be finished now: the tag
  /// lies on the pad, since it was just read there.
  Optional<LoanOutcome> resumed(List<JournalEntry> open, PatronId patron) {
    return open.stream()
        .filter(entry -> entry.state() != EntryState.WITH_STAFF && mayFinish(entry))
        .filter(entry -> journal.card(entry.number()).filter(patron::equals).isPresent())
        .map(this::outcome)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<LoanOutcome> outcome(JournalEntry entry) {
    return switch (entry.what()) {
      case CirculationEvent.LoanGiven given ->
          Optional.of(
              new LoanOutcome.ToBeConfirmed(
                  entry.number(),
                  given.item(),
                  Optional.of(given.title()).filter(title -> !title.isEmpty()),
                  given.due()));
      case CirculationEvent.LoanAsked asked ->
          accepted(entry).map(mark -> lent(entry, asked, mark));
      case CirculationEvent.ItemReturned _, CirculationEvent.NoMove _ -> Optional.empty();
    };
  }

  private static LoanOutcome lent(
      JournalEntry entry, CirculationEvent.LoanAsked asked, Mark.Accepted mark) {
    return new LoanOutcome.Lent(
        entry.number(),
        asked.item(),
        asked.before().title(),
        mark.due().orElseGet(() -> new DueDate("", Optional.empty())),
        mark.bit() == Mark.Accepted.Bit.MAY_CLEAR);
  }

  private static Optional<Mark.Accepted> accepted(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.Accepted.class::isInstance)
        .map(Mark.Accepted.class::cast)
        .findFirst();
  }

  /// Accepted or given within `resumable`, neither released nor given up.
  private boolean mayFinish(JournalEntry loan) {
    if (loan.has(Mark.Released.class) || loan.has(Mark.NotReleased.class)) {
      return false;
    }
    return switch (loan.what()) {
      case CirculationEvent.LoanGiven _ -> onlyClockDoubtful(loan) && recent(loan);
      case CirculationEvent.LoanAsked _ -> loan.state() == EntryState.ACCEPTED && recent(loan);
      case CirculationEvent.ItemReturned _, CirculationEvent.NoMove _ -> false;
    };
  }

  private static boolean onlyClockDoubtful(JournalEntry loan) {
    return loan.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.StaffLine.class::isInstance)
        .map(Mark.StaffLine.class::cast)
        .allMatch(line -> line.kind() == Mark.StaffLine.StaffReason.CLOCK_DOUBTFUL);
  }

  private boolean recent(JournalEntry loan) {
    // A return since then ended it: the item would go out on a loan that is over.
    boolean newest =
        journal.lastMove(loan.what().item()).filter(e -> e.number() == loan.number()).isPresent();
    return newest && elapsed.probably(loan.at()).compareTo(settings.atDesk().resumable()) < 0;
  }

  /// How long such a loan may still be finished.
  Duration left(JournalEntry loan) {
    return elapsed.left(settings.atDesk().resumable(), elapsed.probably(loan.at()));
  }
}
