package org.libstation.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Asks, after a long rest, whether the central system still has what this station settled last.
///
/// A restored copy of the whole disk includes the journal and its high-water mark, so nothing on it
/// shows its age. Only the central system knows. So the newest settled entries are looked up (17,
/// by item alone), and all differences go to staff in one line. An item may have moved elsewhere
/// meanwhile; no look can distinguish that from an old disk. If none of the newest items moved, an
/// old disk is not noticed.
public final class StartLook {
  /// A rest up to this long is not checked.
  public static final Duration LONG_REST = Duration.ofHours(1);

  /// Most items that are looked up.
  public static final int MOST = 20;

  /// How many of the newest entries are searched for these items.
  static final int AMONG = 200;

  /// Pause between two looks: patrons have priority on the line.
  static final Duration PACE = Duration.ofSeconds(2);

  /// Pause while the central system does not answer.
  static final Duration SILENT = Duration.ofSeconds(30);

  /// Pause when nothing is left to do.
  static final Duration DONE = Duration.ofDays(1);

  private final Journal journal;
  private final CentralSystem central;
  private final LongRest rest;
  private final List<JournalEntry> left;
  private final List<TaskNote> differing = new ArrayList<>();
  private Optional<JournalEntry> newest = Optional.empty();
  private int looked;
  private boolean told;

  /// @param central the gated one ([Link#gated()])
  public StartLook(Journal journal, CentralSystem central, LongRest rest) {
    this.journal = journal;
    this.central = central;
    this.rest = rest;
    this.left = new ArrayList<>(rest.lastSign().isPresent() ? settled(journal) : List.of());
  }

  private static List<JournalEntry> settled(Journal journal) {
    Set<ItemId> met = new HashSet<>();
    return journal.newest(AMONG).stream()
        .filter(JournalEntry::moved)
        .filter(entry -> met.add(entry.what().item()))
        .filter(entry -> entry.state() == EntryState.CLOSED)
        .limit(MOST)
        .toList();
  }

  /// Looks up one item.
  ///
  /// @return how long to rest
  public Duration step() {
    if (left.isEmpty()) {
      tell();
      return DONE;
    }
    if (rest.isTimeKnown() && !rest.longer(LONG_REST)) {
      left.clear();
      return DONE;
    }
    JournalEntry entry = left.getFirst();
    Answer<ItemLook> answer = central.look(entry.what().item());
    ItemAudit audit = ItemAudit.of(entry.what().item(), Optional.of(entry), answer);
    if (audit.verdict() == ItemAudit.AuditComparison.NO_ANSWER) {
      return SILENT;
    }
    if (!rest.longer(LONG_REST)) {
      // The central system answers without giving the time, so the station's clock counts.
      left.clear();
      return DONE;
    }
    left.removeFirst();
    if (hasMovedHere(entry)) {
      return left.isEmpty() ? Duration.ZERO : PACE;
    }
    looked++;
    difference(entry, audit)
        .ifPresent(
            note -> {
              differing.add(note);
              newest = newest.or(() -> Optional.of(entry));
            });
    return left.isEmpty() ? Duration.ZERO : PACE;
  }

  /// Whether this station has something newer about the item since it was chosen. Then a difference
  /// from the entry proves nothing.
  private boolean hasMovedHere(JournalEntry entry) {
    ItemId item = entry.what().item();
    return journal.lastMove(item).filter(last -> last.number() != entry.number()).isPresent()
        || !journal.open(item).isEmpty();
  }

  private Optional<TaskNote> difference(JournalEntry entry, ItemAudit audit) {
    ItemId item = entry.what().item();
    if (!(audit.central() instanceof Answer.Accepted<ItemLook>(var look))) {
      return Optional.of(TaskNote.of(TaskNoteCode.ITEM_NOT_KNOWN_THERE, item));
    }
    boolean out = !(entry.what() instanceof CirculationEvent.ItemReturned);
    if (audit.verdict() == ItemAudit.AuditComparison.DIFFERS) {
      return Optional.of(
          TaskNote.of(
              out ? TaskNoteCode.ITEM_LENT_HERE : TaskNoteCode.ITEM_RETURNED_HERE,
              item,
              look.status().code()));
    }
    Optional<DueDate> due = due(entry);
    boolean moved =
        out
            && audit.verdict() == ItemAudit.AuditComparison.AGREES
            && due.isPresent()
            && look.due().filter(there -> !there.sameAs(due.get())).isPresent();
    return moved
        ? Optional.of(
            TaskNote.of(
                TaskNoteCode.ITEM_DUE_DIFFERS,
                item,
                due.get().verbatim(),
                look.due().orElseThrow().verbatim()))
        : Optional.empty();
  }

  /// The due date from the newest entry of the item that gives one: its loan, or a later renewal.
  private Optional<DueDate> due(JournalEntry loan) {
    return journal.newest(AMONG).stream()
        .filter(entry -> entry.number() >= loan.number())
        .filter(entry -> entry.what().item().equals(loan.what().item()))
        .flatMap(entry -> SettledEntry.of(entry).stream())
        .flatMap(settled -> settled.due().stream())
        .findFirst();
  }

  private void tell() {
    if (told) {
      return;
    }
    told = true;
    List<TaskNote> notes = new ArrayList<>();
    notes.add(
        TaskNote.of(
            TaskNoteCode.REST_DIFFERS,
            rest.lastSign().map(Instant::toString).orElse("?"),
            differing.size(),
            looked));
    notes.addAll(differing);
    newest.ifPresent(
        entry ->
            journal.mark(
                entry.number(),
                (Mark) new Mark.StaffLine(Mark.StaffLine.StaffReason.FINDING, notes)));
  }
}
