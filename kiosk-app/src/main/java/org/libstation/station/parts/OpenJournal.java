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
/// @param directory where it lies
/// @param journal empty when it cannot be used: the station then says so and lends nothing
/// @param trouble what to throw when somebody tries all the same
/// @param found it is not the journal that should lie there, and nobody has answered it
/// @param lastSign when the station last showed that it ran, before this start; empty when it never
///   did
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

  /// @throws SiteProblem when another process has the journal: two stations must not share one
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
            "the journal was damaged and set aside as {}; returns go on in a new one, lending waits"
                + " for a technician ('station journal salvage' brings open entries over)",
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
        "{}; returns go on, lending waits for a word: {} (noted in {})",
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

  /// The disk did not let us: the station stands there closed and says so, its flap locked, rather
  /// than dark.
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

  /// @throws JournalException when it cannot be used, with the reason found at the start
  public SqliteJournal usable() {
    return journal.orElseThrow(
        () -> trouble.orElseThrow(() -> new IllegalStateException("no journal, and no trouble")));
  }

  /// Why it cannot be used, or not without a word; empty when it can.
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

  /// Who tries again after a write failed has not said what is to become of a journal that is not
  /// the one it should be: the screen's key is no word for that.
  public Optional<FlowEvent> after(Effect effect) {
    boolean allowed =
        effect instanceof Effect.LogStaff log && log.note() == Effect.StaffNote.LENDING_ALLOWED;
    return allowed && found.isPresent()
        ? Optional.of(new FlowEvent.JournalChanged(health, cause()))
        : Optional.empty();
  }

  /// Number of the newest entry; 0 without any, [Long#MAX_VALUE] when the journal cannot be used.
  public long newest() {
    return journal
        .map(open -> open.newest(1).stream().findFirst().map(JournalEntry::number).orElse(0L))
        .orElse(Long.MAX_VALUE);
  }

  public DiskState diskState() {
    return journal
        .map(SqliteJournal::diskState)
        .orElse(health == JournalHealth.DISK_FULL ? DiskState.FULL : DiskState.ROOMY);
  }

  /// Takes the ballast again when somebody made room: twice what it takes, so that what is called
  /// roomy is.
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
      log.warn("the journal's disk cannot be asked for its room: {}", e.getMessage());
    }
  }

  /// Leaves no copy of an erased card number.
  public void finishErasures() {
    journal.ifPresent(SqliteJournal::finishErasures);
  }

  @Override
  public void close() {
    journal.ifPresent(SqliteJournal::close);
  }
}
