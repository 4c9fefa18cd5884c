package org.libstation.station.parts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.libstation.circulation.EventTime;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.StationFacts.JournalCause;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.journal.DiskState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.Ballast;
import org.libstation.journal.sqlite.JournalBreak;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SiteProblem;
import org.libstation.station.JournalTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal as it was found at the start.
///
/// @param directory the journal's directory
/// @param journal empty if it cannot be used; then the station reports this and lends nothing
/// @param trouble thrown on any attempt to use an unusable journal
/// @param found set if this is not the expected journal and no person has decided about it yet
/// @param lastSign when the station last recorded that it was running, before this start; empty if
///   never
@RecordBuilder
public record OpenJournal(
    Path directory,
    Optional<SqliteJournal> journal,
    JournalHealth health,
    Optional<JournalException> trouble,
    Optional<JournalBreak> found,
    Optional<EventTime> lastSign)
    implements AutoCloseable, OpenJournalBuilder.With {
  private static final Logger log = LoggerFactory.getLogger(OpenJournal.class);

  /// @throws SiteProblem if another process has the journal open; two stations must not share one
  public static OpenJournal of(Path directory, JournalStore.JournalOpening opening) {
    return switch (opening) {
      case JournalStore.JournalOpening.Opened(SqliteJournal journal) ->
          new OpenJournal(
              directory,
              Optional.of(journal),
              JournalHealth.GOOD,
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case JournalStore.JournalOpening.SetAside(var file, SqliteJournal journal) -> {
        log.error(
            "the journal was damaged and set aside as {}; the station takes returns into a new one, and"
                + " lends when a technician allows it ('station journal salvage' brings open entries over)",
            file);
        yield new OpenJournal(
            directory,
            Optional.of(journal),
            JournalHealth.SET_ASIDE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
      }
      case JournalStore.JournalOpening.JournalReplaced(
              JournalBreak found,
              SqliteJournal journal,
              _) ->
          broken(directory, found, journal);
      case JournalStore.JournalOpening.OtherForm(var kind, String why) ->
          unusable(directory, kind, why);
      case JournalStore.JournalOpening.KeyUnfit(_, var kind, String why) ->
          unusable(directory, kind, why);
      case JournalStore.JournalOpening.InUse(var file) ->
          throw new SiteProblem(
              file
                  + ": another station has this journal open; end it, or use another data"
                  + " directory");
    };
  }

  private static OpenJournal broken(Path directory, JournalBreak found, SqliteJournal journal) {
    JournalHealth health =
        switch (found.kind()) {
          case MISSING, EMPTIED, ANOTHER -> JournalHealth.MISSING;
          case OLDER -> JournalHealth.OLDER;
        };
    log.error(
        "{}; the station takes returns and lends when a technician decides: {} (noted in {})",
        found.words(),
        health == JournalHealth.OLDER
            ? "'station journal restore' brings the newer one back, 'station journal resume' goes"
                + " on with this one"
            : "'station journal restore' brings the old one back, 'station journal new' gives it"
                + " up",
        found.directory());
    return new OpenJournal(
        directory,
        Optional.of(journal),
        health,
        Optional.empty(),
        Optional.of(found),
        Optional.empty());
  }

  /// A journal that the disk refused. The station then runs closed with its flap locked and shows
  /// why, instead of staying dark.
  static OpenJournal of(Path directory, JournalException trouble) {
    return unusable(directory, trouble.kind(), String.valueOf(trouble.getMessage()));
  }

  private static OpenJournal unusable(Path directory, JournalException.FaultKind kind, String why) {
    log.error("the journal cannot be used and was not touched: {}", why);
    JournalHealth health =
        kind == JournalException.FaultKind.DISK_FULL
            ? JournalHealth.DISK_FULL
            : JournalHealth.FAILING;
    return new OpenJournal(
        directory,
        Optional.empty(),
        health,
        Optional.of(new JournalException(kind, why)),
        Optional.empty(),
        Optional.empty());
  }

  /// @throws JournalException if the journal cannot be used, with the reason found at the start
  public SqliteJournal usable() {
    return journal.orElseThrow(
        () -> trouble.orElseThrow(() -> new IllegalStateException("no journal, and no trouble")));
  }

  /// Why the journal cannot be used, or must wait for a person's decision; empty if it is usable.
  public Optional<JournalCause> cause() {
    return found
        .map(
            that ->
                switch (that.kind()) {
                  case MISSING -> JournalCause.MISSING;
                  case EMPTIED -> JournalCause.EMPTIED;
                  case ANOTHER -> JournalCause.ANOTHER;
                  case OLDER -> JournalCause.OLDER;
                })
        .or(() -> trouble.flatMap(JournalTrouble::cause));
  }

  /// Returns the event that repeats the journal's health after a technician allowed lending. The
  /// key on the screen is no decision about an unexpected journal. Empty in all other cases.
  public Optional<FlowEvent> after(Effect effect) {
    boolean allowed =
        effect instanceof Effect.LogStaff log && log.note() == Effect.StaffNote.LENDING_ALLOWED;
    return allowed && found.isPresent()
        ? Optional.of(new FlowEvent.JournalChanged(health, cause()))
        : Optional.empty();
  }

  /// Number of the newest entry; 0 if there is none, [Long#MAX_VALUE] if the journal cannot be
  /// used.
  public long newest() {
    return journal
        .map(open -> open.newest(1).stream().findFirst().map(JournalEntry::number).orElse(0L))
        .orElse(Long.MAX_VALUE);
  }

  /// State of the journal's disk. An unusable journal counts as roomy unless the disk was full.
  public DiskState diskState() {
    return journal
        .map(SqliteJournal::diskState)
        .orElse(health == JournalHealth.DISK_FULL ? DiskState.FULL : DiskState.ROOMY);
  }

  /// Restores the ballast file if the disk has room again. Requires twice its size, so that the
  /// disk then counts as roomy.
  public void takeRoomAgain() {
    if (journal.isEmpty() || diskState() == DiskState.ROOMY) {
      return;
    }
    try {
      if (Files.getFileStore(directory).getUsableSpace() >= 2 * Ballast.DEFAULT_BYTES) {
        DiskState now = journal.get().restoreBallast();
        log.info("there is room on the journal's disk again: {}", now);
      }
    } catch (IOException e) {
      log.warn("cannot read the free space of the journal's disk: {}", e.getMessage());
    }
  }

  /// Finishes erasures, so that no copy of an erased card number remains.
  public void finishErasures() {
    journal.ifPresent(SqliteJournal::finishErasures);
  }

  @Override
  public void close() {
    journal.ifPresent(SqliteJournal::close);
  }
}
