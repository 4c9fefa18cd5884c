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
import org.libstation.file.DurableFiles;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;

/// Brings the old journal back where a station went on without it or with an older state of it
/// ([JournalBreak]). What was written meanwhile is carried over into it, every entry and mark with
/// its number and its time, so that nothing of it is lost.
///
/// A copy is made ready beside the journal and takes its place in one step: a machine that fails
/// leaves the one or the other, and doing it again adds nothing. The journal of the time between
/// stays as `set-aside-N/meanwhile.db`.
public final class JournalRestore {
  static final String MEANWHILE = "meanwhile.db";
  private static final String COPY = "restoring.db";

  private final JournalWord word;

  /// @param word of whoever brings it back
  public JournalRestore(JournalWord word) {
    this.word = word;
  }

  /// How it ended.
  public sealed interface RestoreResult {
    /// It lies in its place.
    ///
    /// @param back how far the file goes that was brought back
    /// @param carried entries of the time between that are in it now
    /// @param toStaff open entries whose item moved on meanwhile: staff have them
    /// @param older whether it lacks something that was seen last, or nobody can tell: then nothing
    ///   open in it is settled before somebody says so
    record Restored(HighWater back, int carried, int toStaff, boolean older)
        implements RestoreResult {}

    /// Nothing was changed.
    record RestoreRefused(String why) implements RestoreResult {}
  }

  /// @param broken as it was opened; closed when this returns
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
          JournalException.FaultKind.DISK,
          from + " could not be brought back: " + e.getMessage(),
          e);
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
      // Before it lies there: nothing open in it may be sent by a start that comes first.
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

  /// The break after which this journal is missed: of those that lost a state of it the one that
  /// had got farthest, else one of which nobody knows what it lost.
  private static Optional<JournalBreak> lost(List<JournalBreak> breaks, HighWater back) {
    return breaks.stream()
        .filter(each -> each.lost().map(back::isOfTheSame).orElse(true))
        .max(
            Comparator.comparing((JournalBreak each) -> each.lost().isPresent())
                .thenComparing(each -> each.lost().map(HighWater::entries).orElse(0L))
                .thenComparing(each -> each.lost().map(HighWater::marks).orElse(0L)));
  }

  /// Whether the file lacks something that any unanswered break lost, or nobody can tell.
  ///
  /// @param back how far it goes, before anything is carried over into it
  /// @param highest its highest number
  private static boolean lacks(HighWater back, long highest, List<JournalBreak> breaks)
      throws IOException {
    boolean known = false;
    for (JournalBreak each : breaks) {
      if (each.lost().filter(back::isOfTheSame).isPresent()) {
        known = true;
        // A journal that went on after it was found older has grown since: its counts say nothing
        // of
        // what it had lost by then.
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

  /// What was made ready, and what it took.
  ///
  /// @param last the newest entry of the file itself
  private record PreparedRestore(
      HighWater reached, Optional<JournalEntry> last, long heldUpTo, int carried, int toStaff) {

    /// The highest number in the file itself; 0 for none.
    long highestBefore() {
      return last.map(JournalEntry::number).orElse(0L);
    }

    /// How far the file goes, by its own newest entry.
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

  /// @return whether it was not there
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

  /// An open entry whose item was taken in or lent meanwhile, and that was settled: sending it now
  /// would come after what happened later.
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
                entry.number(),
                (Mark)
                    new StaffLine(
                        some, "from a journal brought back: the item moved on before it came")));
    return kind.isPresent();
  }

  private static Optional<StaffLine.StaffReason> kind(CirculationEvent what) {
    return switch (what) {
      case CirculationEvent.LoanAsked _, CirculationEvent.LoanGiven _ ->
          Optional.of(StaffLine.StaffReason.LOAN_IN_DOUBT);
      case CirculationEvent.ItemReturned _ ->
          Optional.of(StaffLine.StaffReason.RETURN_NOT_DECIDABLE);
      case CirculationEvent.RenewAsked _ -> Optional.of(StaffLine.StaffReason.RENEWAL_IN_DOUBT);
      case CirculationEvent.HoldAsked _,
          CirculationEvent.PaymentAsked _,
          CirculationEvent.MoneyTaken _,
          CirculationEvent.ObjectDropped _,
          CirculationEvent.BinEmptied _,
          CirculationEvent.EntriesLost _ ->
          Optional.empty();
    };
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
      // Without a mark a crash between these two is no alarm.
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
