package org.libstation.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;
import org.libstation.journal.EntryPages;
import org.libstation.journal.EntryState;
import org.libstation.journal.EventKind;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Checks a journal against itself, for `station journal audit`. Every released item must have been
/// lent, every closed entry must show why, and an item that is out must not be lent again.
public final class Audit {
  private final EntryPages journal;

  /// @param journal read only; it may be the file that a running station writes to
  public Audit(EntryPages journal) {
    this.journal = journal;
  }

  /// Something in the journal that does not fit.
  ///
  /// @param entry its number
  /// @param words for staff; names no person
  public record Discrepancy(long entry, ItemId item, DiscrepancyKind kind, String words) {}

  /// The kind of a discrepancy, for programs.
  public enum DiscrepancyKind {
    RELEASED_WITHOUT_A_LOAN,
    CLOSED_WITHOUT_EVIDENCE,
    CARD_KEPT_AFTER_CLOSING,
    WRITTEN_AFTER_CLOSING,
    LENT_WHILE_OUT,
    DUE_DATE_DIFFERS
  }

  /// Reads the whole journal and returns its discrepancies.
  public List<Discrepancy> lines() {
    List<Discrepancy> lines = new ArrayList<>();
    Map<ItemId, JournalEntry> out = new HashMap<>();
    for (JournalEntry entry : journal.each()) {
      entryAlone(entry, lines);
      moves(entry, out, lines);
    }
    return lines;
  }

  private static void entryAlone(JournalEntry entry, List<Discrepancy> lines) {
    if (entry.has(Mark.Released.class)
        && entry.what() instanceof CirculationEvent.LoanAsked
        && !entry.has(Mark.Accepted.class)) {
      lines.add(
          line(entry, DiscrepancyKind.RELEASED_WITHOUT_A_LOAN, "released, but nobody lent it"));
    }
    if (entry.state() != EntryState.CLOSED) {
      return;
    }
    if (entry.cardSealed()) {
      lines.add(
          line(
              entry,
              DiscrepancyKind.CARD_KEPT_AFTER_CLOSING,
              "closed, but the card is still kept"));
    }
    closing(entry)
        .filter(closed -> !evident(entry, closed))
        .ifPresent(
            closed ->
                lines.add(
                    line(
                        entry,
                        DiscrepancyKind.CLOSED_WITHOUT_EVIDENCE,
                        "closed as " + closed.reason() + ", but no mark shows it")));
    if (sentAfterClosing(entry)) {
      lines.add(line(entry, DiscrepancyKind.WRITTEN_AFTER_CLOSING, "sent after it was closed"));
    }
    dueDiffers(entry).ifPresent(lines::add);
  }

  private static boolean evident(JournalEntry entry, Mark.EntryClosed closed) {
    return switch (closed.reason()) {
      // No request is sent for what concerns the station alone: the event is its own evidence.
      case SETTLED ->
          entry.has(Mark.Accepted.class)
              || EventKind.of(entry).subject() == EventKind.EventSubject.STATION;
      case FOUND_DONE, FOUND_RETURNED ->
          entry.has(Mark.Observed.class) || entry.has(Mark.AccountSeen.class);
      case REFUSED -> entry.has(Mark.RequestRefused.class);
      // An ask may be abandoned without a look, because the library no longer knows the item.
      case ABANDONED, WITHDRAWN, BY_STAFF -> true;
    };
  }

  private static Optional<Mark.EntryClosed> closing(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.EntryClosed.class::isInstance)
        .map(Mark.EntryClosed.class::cast)
        .findFirst();
  }

  private static boolean sentAfterClosing(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .dropWhile(mark -> !(mark instanceof Mark.EntryClosed))
        .anyMatch(Mark.Sending.class::isInstance);
  }

  /// Finds a due date that differs from the one the patron was told. The central system may give
  /// another date whether it booked this loan or already had it.
  private static Optional<Discrepancy> dueDiffers(JournalEntry entry) {
    if (!(entry.what() instanceof CirculationEvent.LoanGiven given)) {
      return Optional.empty();
    }
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .flatMap(mark -> booked(mark).stream())
        .filter(due -> due.at().filter(at -> !at.equals(given.due())).isPresent())
        .findFirst()
        .map(
            due ->
                line(
                    entry,
                    DiscrepancyKind.DUE_DATE_DIFFERS,
                    "told due " + given.due() + ", booked due " + due.verbatim()));
  }

  private static Optional<DueDate> booked(Mark mark) {
    if (mark instanceof Mark.Accepted accepted) {
      return accepted.due();
    }
    return mark instanceof Mark.Observed seen && seen.inPatronsList().orElse(false)
        ? seen.due()
        : Optional.empty();
  }

  private static void moves(
      JournalEntry entry, Map<ItemId, JournalEntry> out, List<Discrepancy> lines) {
    ItemId item = entry.what().item();
    switch (entry.what()) {
      case CirculationEvent.ItemReturned _ -> out.remove(item);
      case CirculationEvent.LoanGiven _ -> {
        JournalEntry before = out.put(item, entry);
        if (before != null && before.state() != EntryState.CLOSED) {
          lines.add(
              line(
                  entry,
                  DiscrepancyKind.LENT_WHILE_OUT,
                  "lent while entry " + before.number() + " says that it is out"));
        }
      }
      case CirculationEvent.LoanAsked _ -> {
        if (entry.has(Mark.Released.class)) {
          out.put(item, entry);
        }
      }
      case CirculationEvent.NoMove _ -> {
        // These events move no item.
      }
    }
  }

  private static Discrepancy line(JournalEntry entry, DiscrepancyKind kind, String words) {
    return new Discrepancy(entry.number(), entry.what().item(), kind, words);
  }
}
