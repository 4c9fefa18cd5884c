package org.libstation.command;

import java.nio.file.Path;
import java.util.function.Function;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.JournalParts;

/// Writes in a site's journal for a member of staff, while no station runs.
final class StaffWriting {
  private StaffWriting() {}

  static <T> T in(Site site, Function<SqliteJournal, T> work) {
    return in(
        site, "do it on the station's own screen (service, to do), or end the station first", work);
  }

  /// @param instead what to do while a station runs
  static <T> T in(Site site, String instead, Function<SqliteJournal, T> work) {
    try {
      return switch (JournalParts.open(site)) {
        case JournalOpening.Opened(SqliteJournal journal) -> used(journal, work);
        case JournalOpening.SetAside(_, SqliteJournal journal) -> used(journal, work);
        case JournalOpening.JournalReplaced(_, SqliteJournal journal, _) -> used(journal, work);
        case JournalOpening.OtherForm(_, String why) -> throw new SiteProblem(why);
        case JournalOpening.InUse(Path file) ->
            throw new SiteProblem(file + " is in use: " + instead);
        case JournalOpening.KeyUnfit(_, _, String why) -> throw new SiteProblem(why);
      };
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  private static <T> T used(SqliteJournal journal, Function<SqliteJournal, T> work) {
    try (journal) {
      return work.apply(journal);
    }
  }

  static JournalEntry entry(SqliteJournal journal, long number) {
    return journal
        .find(number)
        .orElseThrow(() -> new SiteProblem("there is no entry " + number + " in the journal"));
  }

  /// @throws SiteProblem for a name or reason that says nothing
  static String said(String option, String text) {
    if (text.isBlank()) {
      throw new SiteProblem(option + ": expected some words");
    }
    return text.strip();
  }
}
