package org.libstation.wiring;

import java.util.Optional;
import org.libstation.command.SiteProblem;
import org.libstation.flow.StationFacts.JournalHealth;
import org.libstation.journal.DiskState;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.SqliteJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal as it was found at the start.
///
/// @param journal empty when it cannot be used: the station then says so and lends nothing
/// @param trouble what to throw when somebody tries all the same
record OpenJournal(
    Optional<SqliteJournal> journal, JournalHealth health, Optional<JournalException> trouble)
    implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OpenJournal.class);

  /// @throws SiteProblem when another process has the journal: two stations must not share one
  static OpenJournal of(JournalStore.Opening opening) {
    return switch (opening) {
      case JournalStore.Opening.Opened(SqliteJournal journal) ->
          new OpenJournal(Optional.of(journal), JournalHealth.GOOD, Optional.empty());
      case JournalStore.Opening.SetAside(var file, SqliteJournal journal) -> {
        log.error(
            "the journal was damaged and set aside as {}; returns go on in a new one, lending waits"
                + " for a technician ('station journal salvage' brings open entries over)",
            file);
        yield new OpenJournal(Optional.of(journal), JournalHealth.SET_ASIDE, Optional.empty());
      }
      case JournalStore.Opening.Newer(var file, String why) ->
          unusable(JournalException.Kind.NEWER, file + ": " + why);
      case JournalStore.Opening.KeyUnfit(var key, String why) ->
          unusable(JournalException.Kind.KEY, key + ": " + why);
      case JournalStore.Opening.InUse(var file) ->
          throw new SiteProblem(
              file
                  + ": another station has this journal open; end it, or use another data directory");
    };
  }

  private static OpenJournal unusable(JournalException.Kind kind, String why) {
    log.error("the journal cannot be used and was not touched: {}", why);
    return new OpenJournal(
        Optional.empty(), JournalHealth.FAILING, Optional.of(new JournalException(kind, why)));
  }

  DiskState diskState() {
    return journal.map(SqliteJournal::diskState).orElse(DiskState.ROOMY);
  }

  @Override
  public void close() {
    journal.ifPresent(SqliteJournal::close);
  }
}
