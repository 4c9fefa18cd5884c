package org.libstation.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.JournalWord;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.JournalParts;

/// A named person answers what a site's journal asks that was not the one it should be, while no
/// station runs.
record JournalAnswer(InstantSource clock) {

  /// @param work with the word and the journal as it was opened; it closes the journal
  /// @return lines for the person
  List<String> by(
      String name,
      String reason,
      Site site,
      BiFunction<JournalWord, JournalOpening.JournalReplaced, List<String>> work) {
    JournalWord word =
        new JournalWord(
            StaffWriting.said("--by", name),
            StaffWriting.said("--reason", reason),
            clock.instant());
    try {
      return switch (JournalParts.open(site)) {
        case JournalOpening.JournalReplaced broken -> {
          try (SqliteJournal _ = broken.journal()) {
            yield work.apply(word, broken);
          }
        }
        case JournalOpening.Opened(SqliteJournal journal) -> {
          journal.close();
          throw new SiteProblem("the journal is the one it should be: nothing is to be answered");
        }
        case JournalOpening.SetAside(Path file, SqliteJournal journal) -> {
          journal.close();
          throw new SiteProblem(
              file + " was damaged and set aside: './station journal salvage' is for that");
        }
        case JournalOpening.OtherForm(_, String why) -> throw new SiteProblem(why);
        case JournalOpening.InUse(Path file) ->
            throw new SiteProblem(file + " is in use: end the station first");
        case JournalOpening.KeyUnfit(_, _, String why) -> throw new SiteProblem(why);
      };
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }
}
