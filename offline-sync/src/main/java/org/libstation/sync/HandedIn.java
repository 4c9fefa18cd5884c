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
import org.libstation.circulation.ItemLook;
import org.libstation.journal.Entry;
import org.libstation.journal.Mark;
import org.libstation.sync.CentralHabits.Habit;

/// Whether what the central system has on loan now is the loan that was handed in here, and which
/// moment to report for it.
///
/// A look names no patron, so the due date (AH) must prove it. It does when it is the one noted at
/// the hand-over or the one this journal gave, unless a loan that began since may bear the same
/// date; and when it lies before the hand-over plus the shortest loan period.
record HandedIn(SettlingParts parts) {

  enum Recognition {
    BACK_ALREADY,
    THE_SAME_LOAN,
    NOT_DECIDABLE
  }

  Recognition judge(Entry entry, ItemReturned returned, ItemLook look) {
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

  private boolean sameLoan(Entry entry, ItemReturned returned, DueDate due) {
    EventTime handedOver = returned.handedOver();
    LocalDate day = day(handedOver);
    boolean tooEarly =
        !doubtful(handedOver)
            && due.day().filter(date -> date.isBefore(parts.habits().earliestDue(day))).isPresent();
    if (tooEarly) {
      return true;
    }
    Optional<Entry> loan = parts.journal().lastLoan(returned.item(), entry.number());
    boolean noted =
        notedAtHandOver(entry, handedOver).filter(due::sameAs).isPresent()
            || loan.flatMap(HandedIn::gave).filter(due::sameAs).isPresent();
    return noted && !mayBeNewer(handedOver, loan, due);
  }

  /// Whether a loan that began after the hand-over may be due on the same date. Not within the same
  /// operation: nobody lent it between.
  private boolean mayBeNewer(EventTime handedOver, Optional<Entry> loan, DueDate due) {
    EventTime since = loan.flatMap(given -> settledLater(given, handedOver)).orElse(handedOver);
    boolean justNow =
        since.bootId().equals(parts.clock().now().bootId())
            && parts.elapsed().certainly(since).compareTo(parts.settings().binOperation()) <= 0;
    if (justNow) {
      return false;
    }
    LocalDate begin = doubtful(since) ? LocalDate.MIN.plusYears(1) : day(since);
    LocalDate today = day(parts.clock().now());
    return due.day().map(date -> parts.habits().mayBeDue(date, begin, today)).orElse(true);
  }

  /// The due date of the look made in the same bin operation.
  private Optional<DueDate> notedAtHandOver(Entry entry, EventTime handedOver) {
    return entry.marks().stream()
        .filter(
            noted ->
                noted.at().bootId().equals(handedOver.bootId())
                    && noted
                            .at()
                            .monotonic()
                            .minus(handedOver.monotonic())
                            .compareTo(parts.settings().binOperation())
                        <= 0)
        .filter(noted -> noted.mark() instanceof Mark.Observed)
        .findFirst()
        .flatMap(noted -> ((Mark.Observed) noted.mark()).due());
  }

  /// The due date this journal gave, once the central system had that loan: what it answered, or
  /// what was seen in the patron's list.
  private static Optional<DueDate> gave(Entry loan) {
    for (Entry.Noted noted : loan.marks().reversed()) {
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

  /// The moment to report: when it was handed over, in the central system's zone; never in the
  /// future, and never earlier than a loan of that item which this journal settled later: then now.
  OffsetDateTime moment(Entry entry, ItemReturned returned) {
    OffsetDateTime now = corrected(parts.clock().now());
    OffsetDateTime then = corrected(returned.handedOver());
    boolean loanSettledLater =
        parts
            .journal()
            .lastLoan(returned.item(), entry.number())
            .flatMap(loan -> settledLater(loan, returned.handedOver()))
            .isPresent();
    OffsetDateTime moment = loanSettledLater || then.isAfter(now) ? now : then;
    return moment.atZoneSameInstant(parts.habits().zone()).toOffsetDateTime();
  }

  /// When the loan became true centrally, if that was after the hand-over.
  private Optional<EventTime> settledLater(Entry loan, EventTime handedOver) {
    if (!(loan.what() instanceof CirculationEvent.LoanGiven)) {
      return Optional.empty();
    }
    return loan.marks().stream()
        .filter(noted -> noted.mark() instanceof Mark.Accepted)
        .map(Entry.Noted::at)
        .filter(at -> after(at, handedOver, loan))
        .findFirst();
  }

  /// Whether `at`, a mark of `loan`, was made after the hand-over of a return that follows the loan
  /// in the journal. Within a run of the machine monotonic time tells; a mark made in the loan's
  /// own run is older than a return of a later run; only what lies between is told by the wall.
  private boolean after(EventTime at, EventTime handedOver, Entry loan) {
    if (at.bootId().equals(handedOver.bootId())) {
      return at.monotonic().compareTo(handedOver.monotonic()) > 0;
    }
    if (at.bootId().equals(loan.at().bootId())) {
      return false;
    }
    return corrected(at).isAfter(corrected(handedOver));
  }

  /// Put right by the skew last measured in the same run: the station's clock runs on evenly within
  /// a run, so a skew measured later holds for what was written earlier.
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
