package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.libstation.circulation.CirculationEvent;
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
  public List<JournalBreak> beginsAnew(JournalStore.JournalOpening.JournalReplaced broken) {
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
  /// been answered, and settled by what the looks say. What concerns money goes to staff.
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
        PerhapsSettled.asSent(
            entry,
            "from an older journal; to be looked up and settled, by word of %s: %s"
                .formatted(by, reason));
    return sent.isEmpty() ? sent : moneyToStaff(entry).map(List::of).orElse(sent);
  }

  private static Optional<Mark> moneyToStaff(JournalEntry entry) {
    return switch (entry.what()) {
      case CirculationEvent.PaymentAsked _ -> line(StaffLine.StaffReason.TERMINAL_IN_DOUBT);
      case CirculationEvent.MoneyTaken _ -> line(StaffLine.StaffReason.PAYMENT_IN_DOUBT);
      case CirculationEvent.LoanAsked _,
          CirculationEvent.LoanGiven _,
          CirculationEvent.ItemReturned _,
          CirculationEvent.RenewAsked _,
          CirculationEvent.HoldAsked _,
          CirculationEvent.ObjectDropped _,
          CirculationEvent.BinEmptied _,
          CirculationEvent.EntriesLost _ ->
          Optional.empty();
    };
  }

  private static Optional<Mark> line(StaffLine.StaffReason kind) {
    return Optional.of(
        new StaffLine(
            kind, "from an older journal: whether it was booked since then cannot be told"));
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
