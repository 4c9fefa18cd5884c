package org.libstation.station;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.Money;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.ReturnOutcome.LentTo;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.WasOnLoan;
import org.libstation.fines.Assessment;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.Explained;
import org.libstation.fines.FineExplained.Basis;
import org.libstation.fines.FineExplained.ByDays;
import org.libstation.fines.FineExplained.Day;
import org.libstation.fines.FineExplained.LibrarysOwn;
import org.libstation.fines.Reader;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyBundle;

/// Explains fines by the station's own copy of the library's rules.
///
/// Only a charge that the library names for this loan is compared with the station's count. If they
/// agree, the counted days explain the charge. If they differ, the library's figure stands alone
/// and staff are told. A library may book the fee of a letter apart from the loan's charge. Then
/// the loan's charge alone agrees, without the fee. For an item that counts as lost and whose price
/// is owed, nothing is explained. If too little is known about the patron, the estimate is the
/// highest possible one. The protocol does not carry the lending class. The class whose count
/// agrees is taken, and the class for estimates is tried first.
public final class PolicyFineExplainer implements FineExplainer {
  /// Due dates further back than this are ignored.
  private static final int MOST_YEARS = 10;

  private final PolicyBundle bundle;

  /// @param bundle the policy; the rules known when the item was handed over apply
  public PolicyFineExplainer(PolicyBundle bundle) {
    this.bundle = bundle;
  }

  @Override
  public ExplainedReturn explain(ReturnOutcome outcome, EventTime handedOver) {
    PlaceRules policy = bundle.at(handedOver.corrected().toInstant());
    return new ByRules(policy).explain(outcome, handedOver);
  }

  private record ByRules(PlaceRules policy) {
    ExplainedReturn explain(ReturnOutcome outcome, EventTime handedOver) {
      ZonedDateTime seen = handedOver.corrected().atZoneSameInstant(policy.zone());
      LocalDate returned = policy.effective(seen).effective().toLocalDate();
      return switch (outcome) {
        case ReturnOutcome.ReturnBooked settled ->
            settled(settled, returned, handedOver.doubtful());
        case ReturnOutcome.Recorded recorded ->
            handedOver.doubtful()
                ? ExplainedReturn.NOTHING
                : estimate(recorded.due(), returned, recorded.lentTo());
        case ReturnOutcome.ReturnLeftToStaff _ -> ExplainedReturn.NOTHING;
      };
    }

    private ExplainedReturn settled(
        ReturnOutcome.ReturnBooked settled, LocalDate returned, boolean doubtful) {
      Optional<LocalDate> due = believed(settled.loan().due(), returned);
      if (settled.loan().charge().isEmpty()) {
        boolean known = settled.loan().wasOnLoan() == WasOnLoan.YES && !doubtful;
        return known
            ? estimate(settled.loan().due(), returned, settled.loan().lentTo())
            : ExplainedReturn.NOTHING;
      }
      Money charge = settled.loan().charge().get();
      if (due.isEmpty()) {
        return charge.isZero()
            ? ExplainedReturn.NOTHING
            : ExplainedReturn.of(new LibrarysOwn(charge));
      }
      if (!returned.isAfter(due.get()) && charge.isZero()) {
        return ExplainedReturn.NOTHING;
      }
      return Stream.concat(
              policy.candidates().map(one -> policy.estimate(one, due.get(), returned)),
              // The same sum, cut to the highest cost of a visit or an account.
              Stream.of(settled.loan().lentTo())
                  .map(lentTo -> policy.estimate(reader(lentTo), due.get(), returned).explained()))
          .filter(counted -> counted.assessment().amount().equals(charge))
          .findFirst()
          .map(counted -> told(counted, false, false))
          .orElseGet(() -> differs(due.get(), returned, charge, doubtful, settled.loan().lentTo()));
    }

    /// Reports a difference between the library's figure and the count. If the clock was unset,
    /// staff are told nothing, because the count proves nothing.
    private ExplainedReturn differs(
        LocalDate due, LocalDate returned, Money charge, boolean doubtful, LentTo lentTo) {
      Assessment ours = policy.estimate(reader(lentTo), due, returned).explained().assessment();
      TaskNote finding =
          TaskNote.of(
              TaskNoteCode.CHARGED_UNLIKE_COUNTED,
              charge,
              ours.amount(),
              due,
              returned,
              ours.calendarVersion(),
              ours.policyVersion());
      return new ExplainedReturn(
          charge.isZero() ? Optional.empty() : Optional.of(new LibrarysOwn(charge)),
          Optional.of(finding).filter(_ -> !doubtful));
    }

    private ExplainedReturn estimate(Optional<DueDate> due, LocalDate returned, LentTo lentTo) {
      return believed(due, returned)
          .filter(returned::isAfter)
          .filter(day -> !policy.owesPrice(day, returned))
          .map(day -> policy.estimate(reader(lentTo), day, returned))
          .map(guess -> told(guess.explained(), true, guess.atMost()))
          .orElse(ExplainedReturn.NOTHING);
    }

    private Reader reader(LentTo lentTo) {
      return new Reader(lentTo.patronClass(), policy.place().id(), lentTo.media());
    }

    /// Explains nothing to a patron who is never charged: neither how late the return is, nor why
    /// it is free.
    private static ExplainedReturn told(Explained counted, boolean estimate, boolean orLess) {
      return counted.assessment().rate().isZero()
              && counted.stages().isEmpty()
              && counted.assessment().suspension().isEmpty()
          ? ExplainedReturn.NOTHING
          : ExplainedReturn.of(byDays(counted, estimate, orLess));
    }
  }

  private static Optional<LocalDate> believed(Optional<DueDate> due, LocalDate returned) {
    return due.flatMap(DueDate::day).filter(returned.minusYears(MOST_YEARS)::isBefore);
  }

  private static ByDays byDays(Explained explained, boolean estimate, boolean orLess) {
    Assessment counted = explained.assessment();
    List<Day> days =
        explained.units().stream().map(unit -> new Day(unit.day(), unit.verdict())).toList();
    boolean free = counted.rate().isZero();
    return new ByDays(
        counted.amount(),
        counted.rate(),
        free
            ? 0
            : (int)
                days.stream().filter(day -> day.verdict() instanceof DayVerdict.Counted).count(),
        days,
        new Basis(counted.calendarVersion(), counted.policyVersion(), estimate, false, orLess),
        explained.stages().stream().filter(stage -> !stage.whole().isZero()).toList(),
        counted.percent(),
        counted.suspension());
  }
}
