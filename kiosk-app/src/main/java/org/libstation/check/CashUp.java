package org.libstation.check;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.CashDay.CashLine;
import org.libstation.circulation.CashDay.PaymentKind;
import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.CirculationEvent.PaymentAsked;
import org.libstation.circulation.Money;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TerminalDay;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine.StaffReason;

/// Finds a day's payments in a station's journal.
public final class CashUp {

  private final ZoneId zone;
  private final LocalDate day;
  private final List<CashLine> lines = new ArrayList<>();

  /// @param zone the time zone of the day
  public CashUp(ZoneId zone, LocalDate day) {
    this.zone = zone;
    this.day = day;
  }

  /// Combines a day's payments from the journal with the terminal's own ends of that day.
  ///
  /// @param ends ends of any days; those of other days are ignored
  public static CashDay read(
      Iterable<JournalEntry> journal, ZoneId zone, LocalDate day, List<TerminalDay> ends) {
    CashUp cashUp = new CashUp(zone, day);
    journal.forEach(cashUp::add);
    return cashUp.day(
        TerminalDay.together(
            ends.stream()
                .filter(end -> end.asked().atZoneSameInstant(zone).toLocalDate().equals(day))
                .toList()));
  }

  /// Adds the entry if it is a payment of the day.
  public void add(JournalEntry entry) {
    OffsetDateTime at = entry.at().corrected().toInstant().atZone(zone).toOffsetDateTime();
    if (!at.toLocalDate().equals(day)) {
      return;
    }
    if (entry.what() instanceof MoneyTaken taken) {
      lines.add(
          new CashLine(
              entry.number(),
              at,
              kind(entry, taken),
              taken.payment().amount(),
              taken.payment().reference(),
              reversal(entry).orElse(taken.receipt())));
    } else if (entry.what() instanceof PaymentAsked asked && inDoubt(entry)) {
      Optional<TaskNote> note =
          lines(entry)
              .flatMap(line -> line.notes().stream())
              .filter(each -> each.numbers().isPresent())
              .findFirst();
      Money sum = asked.payment().amount();
      Optional<Money> other =
          note.filter(_ -> has(entry, StaffReason.TERMINAL_OTHER_SUM)).flatMap(TaskNote::took);
      lines.add(
          new CashLine(
              entry.number(),
              at,
              other.isPresent() ? PaymentKind.OTHER_SUM : PaymentKind.TERMINAL_IN_DOUBT,
              other.orElse(sum),
              asked.payment().reference(),
              note.flatMap(TaskNote::numbers).orElse("")));
    }
  }

  private static Stream<Mark.StaffLine> lines(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.StaffLine.class::isInstance)
        .map(Mark.StaffLine.class::cast);
  }

  private static boolean has(JournalEntry entry, StaffReason kind) {
    return lines(entry).anyMatch(line -> line.kind() == kind);
  }

  private static boolean inDoubt(JournalEntry entry) {
    return entry.state() != EntryState.CLOSED || entry.has(Mark.StaffLine.class);
  }

  /// The terminal's numbers of the reversal, if the money was given back.
  private static Optional<String> reversal(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.Accepted.class::isInstance)
        .flatMap(mark -> ((Mark.Accepted) mark).reversal().stream())
        .findFirst();
  }

  private static PaymentKind kind(JournalEntry entry, MoneyTaken taken) {
    Optional<Mark.EntryClosed.ClosingReason> closed =
        entry.marks().stream()
            .map(JournalEntry.Noted::mark)
            .filter(Mark.EntryClosed.class::isInstance)
            .map(mark -> ((Mark.EntryClosed) mark).reason())
            .findFirst();
    if (closed.filter(reason -> reason == Mark.EntryClosed.ClosingReason.REFUSED).isPresent()) {
      return PaymentKind.GIVEN_BACK;
    }
    if (has(entry, StaffReason.GIVING_BACK_IN_DOUBT)) {
      return PaymentKind.GIVING_BACK_IN_DOUBT;
    }
    if (closed.isEmpty() || entry.has(Mark.StaffLine.class)) {
      return PaymentKind.NOT_BOOKED;
    }
    boolean part =
        taken
            .owedBefore()
            .filter(owed -> taken.payment().amount().minor() < owed.minor())
            .isPresent();
    return part ? PaymentKind.PART : PaymentKind.PAID;
  }

  /// @param end what the terminal reported for this day, if it was asked
  public CashDay day(Optional<TerminalDay> end) {
    return new CashDay(day, lines, end);
  }
}
