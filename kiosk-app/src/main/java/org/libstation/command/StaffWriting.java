package org.libstation.command;

import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.JournalParts;

/// Opens a site's journal for writing for a member of staff, while no station runs.
final class StaffWriting {
  private StaffWriting() {}

  static <T> T in(Site site, Function<SqliteJournal, T> work) {
    return in(
        site, "use the station's own screen (Service, To do), or stop the station first", work);
  }

  /// @param instead what the person can do while a station runs, for the message
  static <T> T in(Site site, String instead, Function<SqliteJournal, T> work) {
    return opened(site, instead, (_, journal) -> work.apply(journal));
  }

  /// @param instead what the person can do while a station runs, for the message
  /// @param work takes the result of opening and the journal, which is closed afterwards
  static <T> T opened(
      Site site, String instead, BiFunction<JournalOpening, SqliteJournal, T> work) {
    JournalOpening found = JournalParts.open(site);
    SqliteJournal journal =
        switch (found) {
          case JournalOpening.Opened(SqliteJournal whole) -> whole;
          case JournalOpening.SetAside(_, SqliteJournal fresh) -> fresh;
          case JournalOpening.JournalReplaced(_, SqliteJournal other, _) -> other;
          case JournalOpening.OtherForm(_, String why) -> throw new SiteProblem(why);
          case JournalOpening.InUse(Path file) ->
              throw new SiteProblem(file + " is in use: " + instead);
          case JournalOpening.KeyUnfit(_, _, String why) -> throw new SiteProblem(why);
        };
    try (journal) {
      return work.apply(found, journal);
    }
  }

  /// Finds an entry by its number.
  ///
  /// @throws SiteProblem if there is none
  static JournalEntry entry(SqliteJournal journal, long number) {
    return journal
        .find(number)
        .orElseThrow(() -> new SiteProblem("there is no entry " + number + " in the journal"));
  }

  /// @throws SiteProblem if the name or reason is blank
  static String said(String option, String text) {
    if (text.isBlank()) {
      throw new SiteProblem(option + ": expected a text");
    }
    return text.strip();
  }
}
