package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.journal.PerhapsSettled;

/// What a named person says of a journal that was not the one it should be ([JournalBreak]), while
/// no station runs.
public final class JournalWord {
  private final String by;
  private final String reason;
  private final Instant at;

  /// @param by the person's name
  /// @param reason in that person's words
  public JournalWord(String by, String reason, Instant at) {
    this.by = by;
    this.reason = reason;
    this.at = at;
  }

  /// *New*: what was lost is given up, and the station goes on with the journal it has.
  ///
  /// @return what was answered; none when the journal is an older one
  public List<JournalBreak> beginsAnew(JournalStore.Opening.JournalReplaced broken) {
    return answer(
        broken.found().journalDirectory(),
        JournalBreak.JournalBreakAnswer.BEGUN_ANEW,
        each -> each.kind() != JournalBreak.BreakKind.OLDER);
  }

  /// How an older journal is gone on with.
  ///
  /// @param toLookUp open entries that are settled from now on, each after a look and the rest in
  ///   quarantine
  /// @param toStaff open entries about money, which no look decides
  public record Resumed(List<JournalBreak> answered, int toLookUp, int toStaff) {}

  /// *Go on*: what is open in the older journal is looked up as if its request had left and had not
  /// been answered, and settled by what the looks say. What concerns money, and a loan that was in
  /// doubt already, goes to staff.
  public Resumed resumes(JournalStore.Opening.JournalReplaced broken) {
    SqliteJournal journal = broken.journal();
    int looked = 0;
    int staff = 0;
    for (JournalEntry entry : journal.open()) {
      Optional<Mark> mark = journal.awaitsWord(entry.number()) ? mark(entry) : Optional.empty();
      mark.ifPresent(some -> journal.mark(entry.number(), some));
      looked += mark.filter(Mark.Unknown.class::isInstance).isPresent() ? 1 : 0;
      staff += mark.filter(StaffLine.class::isInstance).isPresent() ? 1 : 0;
    }
    return new Resumed(
        answer(
            broken.found().journalDirectory(),
            JournalBreak.JournalBreakAnswer.RESUMED,
            each -> each.kind() == JournalBreak.BreakKind.OLDER),
        looked,
        staff);
  }

  private Optional<Mark> mark(JournalEntry entry) {
    return new PerhapsSettled(
            "from an older journal; to be looked up and settled, by word of %s: %s"
                .formatted(by, reason),
            "from an older journal: whether it was booked since then cannot be told")
        .mark(entry);
  }

  /// Writes the answer to all of these that nobody answered yet.
  List<JournalBreak> answer(
      Path directory, JournalBreak.JournalBreakAnswer how, Predicate<JournalBreak> these) {
    try {
      List<JournalBreak> answered =
          JournalBreak.unanswered(directory).stream().filter(these).toList();
      for (JournalBreak each : answered) {
        each.answer(how, by, reason, at);
      }
      return answered;
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.DISK, "the answer could not be written in " + directory, e);
    }
  }

  Instant at() {
    return at;
  }
}
