package org.libstation.journal.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.file.DurableFiles;
import org.libstation.journal.EntryState;
import org.libstation.journal.EventKind;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;

/// Brings the old journal back after the station continued without it, or with an older state of it
/// ([JournalBreak]). All that was written meanwhile is copied into it: each entry and mark with its
/// number and time.
///
/// A copy is prepared beside the journal and replaces it in one step. A machine that fails leaves
/// one or the other, and a repetition adds nothing. The journal of the time between stays as
/// `set-aside-N/meanwhile.db`.
public final class JournalRestore {
  static final String MEANWHILE = "meanwhile.db";
  private static final String COPY = "restoring.db";

  private final JournalWord word;

  /// @param word the statement of the person who brings the journal back
  public JournalRestore(JournalWord word) {
    this.word = word;
  }

  /// Result of bringing a journal back.
  public sealed interface RestoreResult {
    /// The old journal is in its place.
    ///
    /// @param back how far the restored file itself goes
    /// @param carried number of entries of the time between that were copied into it
    /// @param toStaff number of open entries that staff now have, because their item moved on
    ///   meanwhile
    /// @param older whether the file lacks something that existed last, or that is unknown; then
    ///   nothing open in it is settled until a person answers
    record Restored(HighWater back, int carried, int toStaff, boolean older)
        implements RestoreResult {}

    /// The file was refused; nothing was changed.
    record RestoreRefused(String why) implements RestoreResult {}
  }

  /// Brings the journal back.
  ///
  /// @param broken the journal as it was opened; closed when this returns
  /// @param from the file to bring back; only read
  /// @throws JournalException with the reason; then nothing was changed
  public RestoreResult run(JournalOpening.JournalReplaced broken, Path from) {
    SqliteJournal meanwhile = broken.journal();
    try (meanwhile) {
      return restored(broken, from);
    } catch (SQLException e) {
      throw SqliteErrors.exception(from + " could not be brought back", e);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.DISK, from + " could not be restored: " + e.getMessage(), e);
    }
  }

  private RestoreResult restored(JournalOpening.JournalReplaced broken, Path from)
      throws SQLException, IOException {
    Path directory = broken.found().journalDirectory();
    Path copy = directory.resolve(COPY);
    remove(copy);
    HighWater back = JournalBackup.copied(from, copy, word.at()).copied();
    List<JournalBreak> breaks = JournalBreak.unanswered(directory);
    Optional<JournalBreak> lost = lost(breaks, back);
    if (lost.isEmpty()) {
      remove(copy);
      return new RestoreResult.RestoreRefused(
          "%s is %s; this station lost another: %s"
              .formatted(from, back, breaks.getLast().words()));
    }
    PreparedRestore ready = ready(copy, lost.get(), broken);
    boolean older = lacks(back, ready.highestBefore(), breaks);
    if (older) {
      // Noted before the file is in place, so that no start in between sends anything that is open
      // in it.
      new JournalBreak(
              SetAsideFiles.next(directory),
              JournalBreak.BreakKind.OLDER,
              word.at(),
              lost.get().lost(),
              ready.heldUpTo())
          .note();
    }
    inItsPlace(directory, copy, breaks, ready, broken.journal());
    return new RestoreResult.Restored(ready.back(back), ready.carried, ready.toStaff, older);
  }

  /// Returns the break that lost this journal. Among those that lost a state of it, the one that
  /// had got farthest counts; else a break that does not know what it lost.
  private static Optional<JournalBreak> lost(List<JournalBreak> breaks, HighWater back) {
    return breaks.stream()
        .filter(each -> each.lost().map(back::isOfTheSame).orElse(true))
        .max(
            Comparator.comparing((JournalBreak each) -> each.lost().isPresent())
                .thenComparing(each -> each.lost().map(HighWater::entries).orElse(0L))
                .thenComparing(each -> each.lost().map(HighWater::marks).orElse(0L)));
  }

  /// Reports whether the file lacks something that any unanswered break lost, or whether that is
  /// unknown.
  ///
  /// @param back how far the file goes, before anything is copied into it
  /// @param highest its highest entry number
  private static boolean lacks(HighWater back, long highest, List<JournalBreak> breaks)
      throws IOException {
    boolean known = false;
    for (JournalBreak each : breaks) {
      if (each.lost().filter(back::isOfTheSame).isPresent()) {
        known = true;
        // A journal that was continued after it was found older has grown since. Its counts say
        // nothing about what it lacked then.
        boolean wentOn =
            each.kind() == JournalBreak.BreakKind.OLDER
                && highest > SetAsideFiles.lastNumberAt(each.directory());
        if (wentOn || back.isBefore(each.lost().get())) {
          return true;
        }
      }
    }
    return !known;
  }

  /// The prepared copy, with counts of what was copied and changed.
  ///
  /// @param last the newest entry of the file itself
  private record PreparedRestore(
      HighWater reached, Optional<JournalEntry> last, long heldUpTo, int carried, int toStaff) {

    /// Returns the highest number in the file itself; 0 if it has no entry.
    long highestBefore() {
      return last.map(JournalEntry::number).orElse(0L);
    }

    /// Returns how far the file goes, with the time of its own newest entry.
    HighWater back(HighWater counted) {
      return counted.withAt(
          last.map(entry -> entry.at().corrected().toInstant()).orElse(counted.at()));
    }
  }

  private static PreparedRestore ready(
      Path copy, JournalBreak lost, JournalOpening.JournalReplaced broken)
      throws SQLException, IOException {
    SqliteJournal meanwhile = broken.journal();
    try (SqliteJournal into = broken.store().opener().beside(copy)) {
      List<JournalEntry> before = into.everything();
      Optional<JournalEntry> last =
          before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
      long highest = last.map(JournalEntry::number).orElse(0L);
      List<JournalEntry> came = meanwhile.everything();
      int carried = 0;
      for (JournalEntry entry : came) {
        carried += carried(entry, meanwhile, into) ? 1 : 0;
      }
      int toStaff = 0;
      for (JournalEntry entry : before) {
        toStaff += movedOn(entry, came, into) ? 1 : 0;
      }
      into.finishErasures();
      return new PreparedRestore(
          into.highWater(), last, Math.max(highest, lost.heldUpTo()), carried, toStaff);
    }
  }

  /// Copies an entry, or the marks that it got meanwhile.
  ///
  /// @return whether the entry was new in the file
  private static boolean carried(JournalEntry entry, SqliteJournal meanwhile, SqliteJournal into) {
    Optional<JournalEntry> there = into.find(entry.number());
    if (there.isEmpty()) {
      Optional<SealedCard> sealed = meanwhile.sealed(entry.number());
      long _ =
          into.bringOver(
              OptionalLong.of(entry.number()),
              entry,
              sealed.flatMap(card -> into.tryOpen(card, entry.at(), entry.what())),
              sealed,
              List.of());
      return true;
    }
    List<JournalEntry.Noted> known = there.get().marks();
    int same = 0;
    while (same < Math.min(known.size(), entry.marks().size())
        && known.get(same).equals(entry.marks().get(same))) {
      same++;
    }
    List<JournalEntry.Noted> more = entry.marks().subList(same, entry.marks().size());
    if (!more.isEmpty()) {
      into.bringOver(entry.number(), more);
    }
    return false;
  }

  /// Hands an open entry to staff if its item was lent or returned meanwhile and that was settled.
  /// Sending the entry now would put it after the later event.
  private static boolean movedOn(
      JournalEntry entry, List<JournalEntry> meanwhile, SqliteJournal into) {
    JournalEntry now = into.find(entry.number()).orElseThrow();
    boolean settledSince =
        meanwhile.stream()
            .anyMatch(
                later ->
                    later.number() > entry.number()
                        && later.moved()
                        && later.state() == EntryState.CLOSED
                        && later.what().item().equals(entry.what().item()));
    boolean open = now.state() != EntryState.CLOSED && now.state() != EntryState.WITH_STAFF;
    Optional<StaffLine.StaffReason> kind =
        open && settledSince ? kind(entry.what()) : Optional.empty();
    kind.ifPresent(
        some ->
            into.mark(
                entry.number(), (Mark) StaffLine.of(some, TaskNote.of(TaskNoteCode.JOURNAL_BACK))));
    return kind.isPresent();
  }

  private static Optional<StaffLine.StaffReason> kind(CirculationEvent what) {
    EventKind kind = EventKind.of(what);
    return kind.subject() == EventKind.EventSubject.LOAN
        ? Optional.of(kind.whenInDoubt())
        : Optional.empty();
  }

  private void inItsPlace(
      Path directory,
      Path copy,
      List<JournalBreak> breaks,
      PreparedRestore ready,
      SqliteJournal meanwhile)
      throws SQLException, IOException {
    try (Closeable _ = meanwhile.closeFile()) {
      Path file = directory.resolve(JournalFiles.FILE);
      Path kept = breaks.getLast().directory().resolve(MEANWHILE);
      if (!Files.exists(kept)) {
        Path draft = kept.resolveSibling(MEANWHILE + ".part");
        Files.copy(
            file, draft, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.replace(draft, kept);
      }
      // Without a mark, a crash between these two steps raises no alarm.
      HighWaterFile mark = HighWaterFile.of(directory);
      mark.delete();
      DurableFiles.replace(copy, file);
      List<JournalBreak> _ =
          word.answer(
              directory,
              JournalBreak.JournalBreakAnswer.BROUGHT_BACK,
              each ->
                  breaks.stream().anyMatch(asked -> asked.directory().equals(each.directory())));
      mark.begin(ready.reached()).close();
      remove(copy);
    }
  }

  private static void remove(Path copy) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm", ".mark")) {
      Files.deleteIfExists(SetAsideFiles.sibling(copy, suffix));
    }
  }
}
