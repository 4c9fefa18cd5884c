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

/// Classifies a loan that was cut short, by the table of states found at a restart. It reads the
/// marks alone, so a patron who walked off and a power cut give the same result.
final class LoanAtRestart {
  private final Journal journal;
  private final Elapsed elapsed;
  private final SyncSettings settings;

  LoanAtRestart(Journal journal, Elapsed elapsed, SyncSettings settings) {
    this.journal = journal;
    this.elapsed = elapsed;
    this.settings = settings;
  }

  /// The states in which a loan may be found at a restart.
  enum RestartRow {
    /// No request was sent, so there is nothing to look up.
    NOT_ASKED,
    /// A request was sent, but no answer was recorded: wait (quarantine), then look up.
    ASKED_ALONE,
    REFUSED,
    /// The loan was accepted or given, but the item is not released yet. The same card may still
    /// finish it.
    UNFINISHED,
    /// The central system booked the loan, but the item was not released: booked, not taken.
    ACCEPTED_NOT_RELEASED,
    /// The station lent the item by its offline rules and did not release it. The loan is sent as a
    /// fact; perhaps the item was not taken.
    GIVEN_NOT_RELEASED,
    RELEASED
  }

  /// The state of the loan.
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

  /// The loans of this card that the central system accepted and that may still be finished now.
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

  /// The loan of this item to this card that was not released and may still be finished now. Its
  /// tag lies on the pad, since it was just read there.
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
        mark.bit());
  }

  private static Optional<Mark.Accepted> accepted(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.Accepted.class::isInstance)
        .map(Mark.Accepted.class::cast)
        .findFirst();
  }

  /// Whether the loan was accepted or given within `resumable`, and neither released nor given up.
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
    // A return since then ended the loan; the item must not go out on an ended loan.
    boolean newest =
        journal.lastMove(loan.what().item()).filter(e -> e.number() == loan.number()).isPresent();
    return newest && elapsed.probably(loan.at()).compareTo(settings.atDesk().resumable()) < 0;
  }

  /// Returns how long the loan may still be finished.
  Duration left(JournalEntry loan) {
    return elapsed.left(settings.atDesk().resumable(), elapsed.probably(loan.at()));
  }
}
