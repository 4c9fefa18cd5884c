package org.libstation.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.MemoryJournal;

/// Predicts what would become of a journal's open entries if they were settled now. It changes
/// nothing, neither here nor at the central system.
///
/// The outbox's own code settles a copy of the journal in memory. At the central system it only
/// looks (17, 63); answers to all other requests are predicted from those looks. A clock that is
/// put forward skips the waits of doubt. A prediction is no promise: a library may refuse for a
/// reason that no look shows.
public final class Rehearsal {
  /// Most units of work on one entry; more than the longest way through doubt takes.
  private static final int MOST_STEPS = 40;

  /// What would become of an entry.
  public enum RehearsalOutcome {
    WOULD_SETTLE,
    /// Already done, or the item is already back: the entry would be closed without being sent.
    FOUND_DONE,
    /// A request that would be closed because it was not carried out.
    WOULD_BE_ABANDONED,
    /// It would be refused, or cannot be decided; staff would get a line.
    WOULD_GO_TO_STAFF,
    /// It would wait for other stations, or for the bin to be emptied.
    WOULD_WAIT,
    /// The central system did not answer the look.
    NO_ANSWER
  }

  /// The prediction for one entry.
  ///
  /// @param entry as the journal has it
  /// @param staff the line that staff would get
  public record RehearsedEntry(
      JournalEntry entry, RehearsalOutcome outcome, Optional<Mark.StaffLine> staff) {}

  private final MemoryJournal journal;
  private final PutForward clock;
  private final Settling settling;

  /// @param journal copies the journal's entries into memory; only the copy is written; entries
  ///   with staff are left alone
  /// @param central the real one
  public Rehearsal(
      Copy journal,
      CentralSystem central,
      StationClock clock,
      SyncSettings settings,
      CentralHabits habits) {
    this.clock = new PutForward(clock);
    this.journal = new MemoryJournal(this.clock);
    journal.into(this.journal);
    this.settling =
        new Settling(
            this.journal,
            new RehearsedCentral(central),
            this.clock,
            settings,
            habits,
            Optional.empty());
  }

  /// Copies a journal's entries and cards into memory.
  @FunctionalInterface
  public interface Copy {
    void into(MemoryJournal copy);
  }

  /// Predicts each head in turn, with the entries that follow on its item. Each entry appears once.
  public List<RehearsedEntry> lines() {
    List<RehearsedEntry> lines = new ArrayList<>();
    Optional<JournalEntry> head = journal.headAfter(Optional.empty());
    while (head.isPresent()) {
      JournalEntry last = head.get();
      List<JournalEntry> ofItem = settling.holding(last.what().item());
      for (JournalEntry entry : ofItem) {
        RehearsedEntry line = line(entry);
        lines.add(line);
        if (line.outcome() == RehearsalOutcome.WOULD_WAIT
            || line.outcome() == RehearsalOutcome.NO_ANSWER) {
          // Later entries of the item wait with it.
          ofItem.stream()
              .filter(later -> later.number() > entry.number())
              .forEach(
                  later -> lines.add(new RehearsedEntry(later, line.outcome(), Optional.empty())));
          break;
        }
      }
      head = journal.headAfter(head);
    }
    return lines;
  }

  private RehearsedEntry line(JournalEntry entry) {
    for (int i = 0; i < MOST_STEPS; i++) {
      JournalEntry now = journal.find(entry.number()).orElseThrow();
      if (now.has(Mark.HeldForSiblings.class)) {
        return new RehearsedEntry(entry, RehearsalOutcome.WOULD_WAIT, Optional.empty());
      }
      switch (settling.work(now, false)) {
        case Progress.StepWritten _ -> {
          // There is more to do.
        }
        case Progress.Finished _ -> {
          return finished(entry);
        }
        case Progress.Waits(Duration left) -> {
          if (now.has(Mark.HeldForEmptying.class)) {
            return new RehearsedEntry(entry, RehearsalOutcome.WOULD_WAIT, Optional.empty());
          }
          clock.forward(left);
        }
        case Progress.NoLink _ -> {
          return new RehearsedEntry(entry, RehearsalOutcome.NO_ANSWER, Optional.empty());
        }
      }
    }
    return new RehearsedEntry(entry, RehearsalOutcome.WOULD_WAIT, Optional.empty());
  }

  private RehearsedEntry finished(JournalEntry before) {
    JournalEntry after = journal.find(before.number()).orElseThrow();
    if (after.state() == EntryState.WITH_STAFF) {
      return new RehearsedEntry(
          before,
          RehearsalOutcome.WOULD_GO_TO_STAFF,
          last(after, Mark.StaffLine.class).map(Mark.StaffLine.class::cast));
    }
    Mark.EntryClosed closed =
        last(after, Mark.EntryClosed.class)
            .map(Mark.EntryClosed.class::cast)
            .orElseThrow(
                () -> new IllegalStateException("finished, and neither closed nor with staff"));
    RehearsalOutcome outcome =
        switch (closed.reason()) {
          case SETTLED -> RehearsalOutcome.WOULD_SETTLE;
          case FOUND_DONE, FOUND_RETURNED -> RehearsalOutcome.FOUND_DONE;
          case ABANDONED, WITHDRAWN, REFUSED, BY_STAFF -> RehearsalOutcome.WOULD_BE_ABANDONED;
        };
    return new RehearsedEntry(before, outcome, Optional.empty());
  }

  private static Optional<Mark> last(JournalEntry entry, Class<? extends Mark> kind) {
    return entry.marks().reversed().stream()
        .map(JournalEntry.Noted::mark)
        .filter(kind::isInstance)
        .findFirst();
  }

  /// A clock that is put forward instead of waiting.
  private static final class PutForward implements StationClock {
    private final StationClock real;
    private Duration by = Duration.ZERO;

    PutForward(StationClock real) {
      this.real = real;
    }

    void forward(Duration wait) {
      by = by.plus(wait);
    }

    @Override
    public EventTime now() {
      EventTime now = real.now();
      return now.with(c -> c.wall(now.wall().plus(by)).monotonic(now.monotonic().plus(by)));
    }

    @Override
    public Duration monotonic() {
      return real.monotonic().plus(by);
    }
  }
}
