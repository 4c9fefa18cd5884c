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
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;

/// Asks after a long rest whether the central system still has what this station settled last.
///
/// A copy of the whole disk brings its journal and the journal's high-water mark along, so that
/// nothing on it tells that it is old. Only the central system knows. So the newest settled entries
/// are looked up (17, by item alone), and what stands otherwise there is told to staff in one line.
/// It may have moved elsewhere meanwhile; no look can tell that from an old disk, and where nothing
/// of the newest moved, an old disk is not noticed.
public final class StartLook {
  /// A station that showed itself within this is not looked after.
  public static final Duration LONG_REST = Duration.ofHours(1);

  /// How many items are looked up.
  public static final int MOST = 20;

  /// How many of the newest entries are gone through to find them.
  static final int AMONG = 200;

  /// Between two looks: the line is there for patrons.
  static final Duration PACE = Duration.ofSeconds(2);

  /// While the central system does not answer.
  static final Duration SILENT = Duration.ofSeconds(30);

  /// When nothing is left to do.
  static final Duration DONE = Duration.ofDays(1);

  private final Journal journal;
  private final CentralSystem central;
  private final LongRest rest;
  private final List<JournalEntry> left;
  private final List<String> differing = new ArrayList<>();
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

  /// Looks one item up.
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
      // The central system answers and tells no time: the station's clock counts.
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
            words -> {
              differing.add(entry.what().item() + ": " + words);
              newest = newest.or(() -> Optional.of(entry));
            });
    return left.isEmpty() ? Duration.ZERO : PACE;
  }

  /// Whether this station did something with the item since it was chosen: then the central system
  /// has that, and the entry is no measure any more.
  private boolean hasMovedHere(JournalEntry entry) {
    ItemId item = entry.what().item();
    return journal.lastMove(item).filter(last -> last.number() != entry.number()).isPresent()
        || !journal.open(item).isEmpty();
  }

  private Optional<String> difference(JournalEntry entry, ItemAudit audit) {
    if (!(audit.central() instanceof Answer.Accepted<ItemLook>(var look))) {
      return Optional.of("not known there");
    }
    boolean out = !(entry.what() instanceof CirculationEvent.ItemReturned);
    if (audit.verdict() == ItemAudit.AuditComparison.DIFFERS) {
      return Optional.of(
          (out ? "lent here, " : "returned here, ") + "status " + look.status().code() + " there");
    }
    Optional<DueDate> due = due(entry);
    boolean moved =
        out
            && audit.verdict() == ItemAudit.AuditComparison.AGREES
            && due.isPresent()
            && look.due().filter(there -> !there.sameAs(due.get())).isPresent();
    return moved
        ? Optional.of(
            "due %s here, %s there"
                .formatted(due.get().verbatim(), look.due().orElseThrow().verbatim()))
        : Optional.empty();
  }

  /// The due date by the newest entry of the item that tells one: its loan, or a later renewal.
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
    newest.ifPresent(
        entry ->
            journal.mark(
                entry.number(),
                Ledger.finding(
                    "after a rest since %s, %d of the %d items settled last stand otherwise at the"
                            .formatted(
                                rest.lastSign().map(Instant::toString).orElse("?"),
                                differing.size(),
                                looked)
                        + " central system ("
                        + String.join("; ", differing)
                        + "): moved elsewhere meanwhile, or this disk is an older copy")));
  }
}
