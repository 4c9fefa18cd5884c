package org.libstation.simulation;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.MarkAhead;

/// The journal of the planted bugs that write or read it wrongly.
final class BuggyJournal extends CutJournal {
  private static final Comparator<JournalEntry> BY_WALL =
      Comparator.comparing(entry -> entry.at().wall());
  private static final Comparator<JournalEntry> NEWEST_FIRST =
      Comparator.comparingLong(JournalEntry::number).reversed();

  private final Bug bug;
  private final Path directory;
  private Optional<NewEntry> unwritten = Optional.empty();
  private long promised;

  /// @param directory where the journal lies
  BuggyJournal(Journal file, Power power, Bug bug, Path directory) {
    super(file, power);
    this.bug = bug;
    this.directory = directory;
  }

  @Override
  public long append(NewEntry entry) {
    boolean sends = entry.marks().stream().anyMatch(Mark.Sending.class::isInstance);
    boolean late =
        (bug == Bug.JOURNAL_AFTER_SEND && sends)
            || (bug == Bug.MONEY_WRITTEN_AFTER
                && entry.what() instanceof CirculationEvent.PaymentAsked);
    if (late) {
      unwritten = Optional.of(entry);
      promised =
          1 + all(0, Integer.MAX_VALUE).stream().mapToLong(JournalEntry::number).max().orElse(0);
      return promised;
    }
    if (bug == Bug.MARK_BEFORE_COMMIT) {
      MarkAhead.write(directory);
    }
    return super.append(entry);
  }

  @Override
  public void mark(long entry, List<Mark> marks) {
    if (unwritten.isPresent() && entry == promised) {
      NewEntry late = unwritten.get();
      unwritten = Optional.empty();
      long number = super.append(late);
      if (number != promised) {
        throw new IllegalStateException("promised " + promised + ", got " + number);
      }
    }
    super.mark(entry, marks.stream().map(this::deleting).toList());
  }

  private Mark deleting(Mark mark) {
    boolean refusal =
        mark instanceof Mark.StaffLine line
            && (line.kind() == Mark.StaffLine.StaffReason.LOAN_REFUSED
                || line.kind() == Mark.StaffLine.StaffReason.RETURN_REFUSED);
    boolean money =
        mark instanceof Mark.StaffLine line
            && (line.kind() == Mark.StaffLine.StaffReason.TERMINAL_IN_DOUBT
                || line.kind() == Mark.StaffLine.StaffReason.PAYMENT_IN_DOUBT
                || line.kind() == Mark.StaffLine.StaffReason.PAYMENT_REFUSED);
    return (bug == Bug.DELETE_ON_REFUSAL && refusal) || (bug == Bug.MONEY_LINE_FORGOTTEN && money)
        ? new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.REFUSED, "station")
        : mark;
  }

  @Override
  public Optional<JournalEntry> find(long entry) {
    Optional<NewEntry> late = unwritten.filter(_ -> entry == promised);
    if (late.isPresent()) {
      mark(entry, new Mark.CardOpened("nobody"));
    }
    return super.find(entry);
  }

  @Override
  public boolean awaitsWord(long entry) {
    return bug != Bug.OLDER_SENT_ALONE && super.awaitsWord(entry);
  }

  @Override
  public List<JournalEntry> open() {
    return ordered(super.open());
  }

  @Override
  public List<JournalEntry> open(ItemId item) {
    return ordered(super.open(item));
  }

  private List<JournalEntry> ordered(List<JournalEntry> entries) {
    return switch (bug) {
      case LOAN_BEFORE_PENDING_RETURN -> entries.stream().sorted(NEWEST_FIRST).toList();
      case WALL_CLOCK_ORDER -> entries.stream().sorted(BY_WALL).toList();
      case NONE,
          RESEND_ON_DOUBT,
          RESEND_DECLINED_ASK,
          JOURNAL_AFTER_SEND,
          DELETE_ON_REFUSAL,
          LATE_RETURN_WITHOUT_LOOK,
          NO_ECHO_CHECK,
          QUARTER_HOURS_BELIEVED,
          LOAN_DATE_BELIEVED,
          PAD_WITHOUT_LOOK,
          REST_NOT_ASKED_ABOUT,
          NO_SECOND_LOOK,
          MARK_BEFORE_COMMIT,
          OLDER_SENT_ALONE,
          MISSING_IS_FIRST,
          MONEY_BOOKED_TWICE,
          MONEY_ASKED_AGAIN,
          MONEY_NOT_LOOKED_FOR,
          MONEY_NOTES_LOST,
          MONEY_LINE_FORGOTTEN,
          MONEY_WRITTEN_AFTER ->
          entries;
    };
  }
}
