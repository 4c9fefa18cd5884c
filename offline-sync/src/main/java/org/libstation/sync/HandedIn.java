package org.libstation.sync;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.journal.Act;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.sync.CentralHabits.Habit;

/// Decides whether the loan in the central system now is the one that was handed in here, and which
/// moment to report.
///
/// A look names no patron, so the due date (AH) must prove it. It does so in two cases:
///
/// * It is the date noted at the hand-over or given by this journal, and no loan that began since
///   may have it too.
/// * It lies before the hand-over plus the shortest loan period.
record HandedIn(SettlingParts parts) {
  /// How many of the newest entries are searched for a renewal.
  private static final int AMONG = 200;

  enum Recognition {
    BACK_ALREADY,
    THE_SAME_LOAN,
    NOT_DECIDABLE
  }

  /// Compares a look at the item with the return.
  Recognition judge(JournalEntry entry, ItemReturned returned, ItemLook look) {
    if (look.status().onShelf()) {
      return Recognition.BACK_ALREADY;
    }
    boolean onLoan =
        look.status().onLoan()
            || (look.status() == CirculationStatus.RECALLED
                && parts.habits().has(Habit.RECALLED_IS_ON_LOAN));
    if (!onLoan || look.due().isEmpty()) {
      return Recognition.NOT_DECIDABLE;
    }
    return sameLoan(entry, returned, look.due().get())
        ? Recognition.THE_SAME_LOAN
        : Recognition.NOT_DECIDABLE;
  }

  /// Whether a first look at a pad shows a newer loan than the one handed in. Such a loan is due
  /// later than this journal gave, was not renewed here, and may have begun since.
  boolean isNewer(JournalEntry entry, ItemReturned returned, ItemLook look) {
    Optional<DueDate> gave =
        parts.journal().lastLoan(returned.item(), entry.number()).flatMap(HandedIn::gave);
    return gave.isPresent()
        && look.due().isPresent()
        && AskedRenewals.later(look.due(), gave)
        && mayHaveBegunSince(returned, look)
        && !renewedHere(returned.item(), look.due().get());
  }

  private boolean renewedHere(ItemId item, DueDate due) {
    return parts.journal().newest(AMONG).stream()
        .filter(entry -> entry.what() instanceof CirculationEvent.RenewAsked)
        .filter(entry -> entry.what().item().equals(item))
        .anyMatch(entry -> gave(entry).filter(due::sameAs).isPresent());
  }

  /// Whether the item may have been lent again since the hand-over, judged by the due date of the
  /// look. This is so if the due date less a loan period falls between the day of the hand-over and
  /// today. True if the look has no due date.
  boolean mayHaveBegunSince(ItemReturned returned, ItemLook look) {
    LocalDate begin =
        doubtful(returned.handedOver()) ? LocalDate.MIN.plusYears(1) : day(returned.handedOver());
    LocalDate today = day(parts.clock().now());
    return look.due()
        .flatMap(DueDate::day)
        .map(due -> parts.habits().mayBeDue(due, begin, today))
        .orElse(true);
  }

  private boolean sameLoan(JournalEntry entry, ItemReturned returned, DueDate due) {
    EventTime handedOver = returned.handedOver();
    LocalDate day = day(handedOver);
    boolean tooEarly =
        !doubtful(handedOver)
            && due.day().filter(date -> date.isBefore(parts.habits().earliestDue(day))).isPresent();
    if (tooEarly) {
      return true;
    }
    Optional<JournalEntry> loan = parts.journal().lastLoan(returned.item(), entry.number());
    boolean noted =
        notedAtHandOver(entry, returned).filter(due::sameAs).isPresent()
            || loan.flatMap(HandedIn::gave).filter(due::sameAs).isPresent();
    return noted && !mayBeNewer(returned, loan, due);
  }

  /// Whether a loan that began after the hand-over may have the same due date. False within the
  /// same operation: the item cannot have been lent in between.
  private boolean mayBeNewer(ItemReturned returned, Optional<JournalEntry> loan, DueDate due) {
    Optional<EventTime> settled = loan.flatMap(given -> settledLater(given, returned.handedOver()));
    EventTime since = settled.orElse(returned.handedOver());
    // A loan that was just booked must be ended at a counter before another patron can borrow the
    // item.
    Duration operation =
        settled.isPresent() ? parts.settings().binOperation() : operation(returned);
    boolean justNow =
        since.bootId().equals(parts.clock().now().bootId())
            && parts.elapsed().certainly(since).compareTo(operation) <= 0;
    if (justNow) {
      return false;
    }
    LocalDate begin = doubtful(since) ? LocalDate.MIN.plusYears(1) : day(since);
    LocalDate today = day(parts.clock().now());
    return due.day().map(date -> parts.habits().mayBeDue(date, begin, today)).orElse(true);
  }

  /// How long the item cannot have been lent on: the bin is locked, a pad is not.
  Duration operation(ItemReturned returned) {
    return switch (returned.how()) {
      case DROPPED -> parts.settings().binOperation();
      case SEEN -> parts.settings().padOperation();
    };
  }

  /// The due date of the look that was made in the same operation.
  private Optional<DueDate> notedAtHandOver(JournalEntry entry, ItemReturned returned) {
    EventTime handedOver = returned.handedOver();
    return entry.marks().stream()
        .filter(
            noted ->
                noted.at().bootId().equals(handedOver.bootId())
                    && noted
                            .at()
                            .monotonic()
                            .minus(handedOver.monotonic())
                            .compareTo(operation(returned))
                        <= 0)
        .filter(noted -> noted.mark() instanceof Mark.Observed)
        .findFirst()
        .flatMap(noted -> ((Mark.Observed) noted.mark()).due());
  }

  /// The due date that this journal gave, once the central system had the loan: from its answer, or
  /// from the patron's list.
  private static Optional<DueDate> gave(JournalEntry loan) {
    for (JournalEntry.Noted noted : loan.marks().reversed()) {
      Optional<DueDate> due = Optional.empty();
      if (noted.mark() instanceof Mark.Accepted accepted) {
        due = accepted.due();
      } else if (noted.mark() instanceof Mark.Observed seen && seen.inPatronsList().orElse(false)) {
        due = seen.due();
      }
      if (due.isPresent()) {
        return due;
      }
    }
    return Optional.empty();
  }

  /// The moment to report, in the central system's zone: the hand-over. It is now instead if the
  /// hand-over lies in the future, or if [#isEarlierThanItsLoan] holds.
  OffsetDateTime moment(JournalEntry entry, ItemReturned returned) {
    OffsetDateTime now = corrected(parts.clock().now());
    OffsetDateTime then = corrected(returned.handedOver());
    OffsetDateTime moment = isEarlierThanItsLoan(entry, returned) || then.isAfter(now) ? now : then;
    return atCentral(moment);
  }

  /// Whether the central system counts the loan from a moment after the hand-over. The loan was
  /// booked later, and no date up to the hand-over was sent with it.
  boolean isEarlierThanItsLoan(JournalEntry entry, ItemReturned returned) {
    return parts
        .journal()
        .lastLoan(returned.item(), entry.number())
        .filter(loan -> settledLater(loan, returned.handedOver()).isPresent())
        .filter(
            loan ->
                sentDate(loan)
                    .filter(at -> !at.isAfter(corrected(returned.handedOver())))
                    .isEmpty())
        .isPresent();
  }

  /// The date of a loan that is reported later, if the central system keeps it. Empty if the loan
  /// counts from its report, and if the loan's own time is in doubt or lies in the future.
  Optional<OffsetDateTime> lentAt(JournalEntry loan) {
    OffsetDateTime then = corrected(loan.at());
    boolean sent =
        parts.habits().has(Habit.LOAN_DATE_KEPT)
            && !doubtful(loan.at())
            && !then.isAfter(corrected(parts.clock().now()));
    return sent ? Optional.of(atCentral(then)) : Optional.empty();
  }

  /// The date that was sent with the newest request for the loan.
  private static Optional<OffsetDateTime> sentDate(JournalEntry loan) {
    return loan.marks().reversed().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.Sending.class::isInstance)
        .map(mark -> ((Mark.Sending) mark).more())
        .findFirst()
        .filter(more -> !more.isEmpty())
        .map(OffsetDateTime::parse);
  }

  private OffsetDateTime atCentral(OffsetDateTime at) {
    return at.atZoneSameInstant(parts.habits().zone()).toOffsetDateTime();
  }

  /// When the central system booked a loan by the offline rules, if that was after the hand-over.
  private Optional<EventTime> settledLater(JournalEntry loan, EventTime handedOver) {
    if (!(loan.what() instanceof CirculationEvent.LoanGiven)) {
      return Optional.empty();
    }
    return bookedAt(loan).filter(at -> after(at, handedOver, loan));
  }

  /// When the central system booked the loan: the time of its answer, or of the request whose
  /// answer was lost.
  private static Optional<EventTime> bookedAt(JournalEntry loan) {
    Optional<EventTime> booked = Optional.empty();
    for (JournalEntry.Noted noted : loan.marks()) {
      if (noted.mark() instanceof Mark.Accepted) {
        return Optional.of(noted.at());
      }
      if (noted.mark() instanceof Mark.Sending(Act act, String _) && act == Act.CHECKOUT) {
        booked = Optional.of(noted.at());
      } else if (noted.mark() instanceof Mark.NotSent
          || noted.mark() instanceof Mark.RequestRefused) {
        booked = Optional.empty();
      }
    }
    return booked;
  }

  /// Whether `at`, a mark of `loan`, was made after the hand-over of a return that follows the loan
  /// in the journal. Within one run of the machine, monotonic time decides. A mark made in the
  /// loan's own run is older than a return of a later run. Otherwise the wall clock decides.
  private boolean after(EventTime at, EventTime handedOver, JournalEntry loan) {
    if (at.bootId().equals(handedOver.bootId())) {
      return at.monotonic().compareTo(handedOver.monotonic()) > 0;
    }
    if (at.bootId().equals(loan.at().bootId())) {
      return false;
    }
    return corrected(at).isAfter(corrected(handedOver));
  }

  /// Corrects a time by the skew last measured in the same run. The station's clock runs evenly
  /// within a run, so a skew measured later also holds for times recorded earlier.
  private OffsetDateTime corrected(EventTime at) {
    EventTime now = parts.clock().now();
    Optional<Duration> skew = at.bootId().equals(now.bootId()) ? now.skew() : at.skew();
    return at.wall().plus(skew.or(at::skew).orElse(Duration.ZERO));
  }

  private boolean doubtful(EventTime at) {
    return new ClockDoubt(parts).about(at);
  }

  private LocalDate day(EventTime at) {
    return corrected(at).atZoneSameInstant(parts.habits().zone()).toLocalDate();
  }
}
