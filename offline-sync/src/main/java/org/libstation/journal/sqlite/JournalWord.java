package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.EventKind;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.journal.PerhapsSettled;

/// The answer of a named person to a [JournalBreak], given while no station runs.
public final class JournalWord {
  private final String by;
  private final String reason;
  private final Instant at;

  /// @param by name of the person who answers
  /// @param reason why, in the words of that person
  public JournalWord(String by, String reason, Instant at) {
    this.by = by;
    this.reason = reason;
    this.at = at;
  }

  /// Answers *new*: the lost journal is given up, and the station goes on with the one it has.
  ///
  /// @return the breaks that this answers; an older journal is not among them
  public List<JournalBreak> beginsAnew(JournalStore.JournalOpening.JournalReplaced broken) {
    return answer(
        broken.found().journalDirectory(),
        JournalBreak.JournalBreakAnswer.BEGUN_ANEW,
        each -> each.kind() != JournalBreak.BreakKind.OLDER);
  }

  /// What was done to continue with an older journal.
  ///
  /// @param toLookUp number of open entries that are settled from now on, after a look and a
  ///   quarantine
  /// @param toStaff number of open entries about money, which no look can decide
  public record Resumed(List<JournalBreak> answered, int toLookUp, int toStaff) {}

  /// Answers *go on*: the station continues with the older journal. Each open entry is looked up as
  /// if its request had been sent and not answered, and settled by what the looks show. Entries
  /// about money go to staff.
  public Resumed resumes(JournalStore.JournalOpening.JournalReplaced broken) {
    SqliteJournal journal = broken.journal();
    int looked = 0;
    int staff = 0;
    for (JournalEntry entry : journal.open()) {
      List<Mark> marks = journal.awaitsWord(entry.number()) ? marks(entry) : List.of();
      if (!marks.isEmpty()) {
        journal.mark(entry.number(), marks);
        boolean isWithStaff = marks.getLast() instanceof StaffLine;
        looked += isWithStaff ? 0 : 1;
        staff += isWithStaff ? 1 : 0;
      }
    }
    return new Resumed(
        answer(
            broken.found().journalDirectory(),
            JournalBreak.JournalBreakAnswer.RESUMED,
            each -> each.kind() == JournalBreak.BreakKind.OLDER),
        looked,
        staff);
  }

  private List<Mark> marks(JournalEntry entry) {
    List<Mark> sent =
        PerhapsSettled.asSent(entry, TaskNote.of(TaskNoteCode.OLDER_JOURNAL_RESUMED, by, reason));
    return sent.isEmpty() ? sent : moneyToStaff(entry).map(List::of).orElse(sent);
  }

  private static Optional<Mark> moneyToStaff(JournalEntry entry) {
    EventKind kind = EventKind.of(entry.what());
    return kind.subject() == EventKind.EventSubject.MONEY
        ? line(kind.whenInDoubt())
        : Optional.empty();
  }

  private static Optional<Mark> line(StaffLine.StaffReason kind) {
    return Optional.of(StaffLine.of(kind, TaskNote.of(TaskNoteCode.OLDER_JOURNAL)));
  }

  /// Writes the answer to those of these breaks that have none yet.
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
