package org.libstation.fines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;

/// Counts fines by the day set: a day costs something when it lies after the due date and not after
/// the return, the lending place was open, and no suspension window holds it. The due date never
/// counts; the day of the return does. A day is left out once, however many reasons there are.
///
/// Pure: the same question gives the same answer at the station and at the library.
public final class FineCounter {
  private final OpeningCalendar calendar;
  private final List<SuspensionWindow> windows;

  /// @param calendar the lending place's own, whatever place takes the item back
  public FineCounter(OpeningCalendar calendar, List<SuspensionWindow> windows) {
    this.calendar = calendar;
    this.windows = List.copyOf(windows);
  }

  public Assessment assess(FinePolicy policy, OverdueLoan loan) {
    List<JudgedDay> days = new ArrayList<>();
    LocalDate due = loan.due();
    for (OverdueLoan.Renewed renewal : loan.renewals()) {
      boolean forgiven = policy.onRenewal() == FinePolicy.OnRenewal.FORGIVEN;
      judge(due, renewal.on(), loan.service(), forgiven, days);
      due = renewal.newDue();
    }
    judge(due, loan.returned(), loan.service(), false, days);

    long counted = days.stream().filter(JudgedDay.Counted.class::isInstance).count();
    Money each =
        new Money(Math.multiplyExact(counted, policy.perDay().minor()), policy.perDay().currency());
    Optional<Money> maximum = policy.maximumPerItem();
    boolean capped = maximum.isPresent() && each.minor() > maximum.get().minor();
    long eachMinor = capped ? maximum.orElseThrow().minor() : each.minor();
    Money amount = new Money(Math.multiplyExact(eachMinor, loan.items()), each.currency());
    return new Assessment(
        amount,
        policy.perDay(),
        loan.items(),
        capped,
        days,
        calendar.version(),
        policy.version(),
        loan.estimate());
  }

  /// Closed goes before suspended, so that a day that is both is told as the library's own closing
  /// day.
  private void judge(
      LocalDate due, LocalDate until, String service, boolean forgiven, List<JudgedDay> into) {
    for (LocalDate day = due.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
      Optional<ClosedReason> closed = calendar.closedOn(day);
      Optional<SuspensionWindow> window = windowOn(day, service);
      if (closed.isPresent()) {
        into.add(new JudgedDay.Closed(day, closed.get()));
      } else if (window.isPresent()) {
        into.add(new JudgedDay.Suspended(day, window.get().id()));
      } else if (forgiven) {
        into.add(new JudgedDay.Forgiven(day));
      } else {
        into.add(new JudgedDay.Counted(day));
      }
    }
  }

  private Optional<SuspensionWindow> windowOn(LocalDate day, String service) {
    return windows.stream().filter(window -> window.holds(day, service)).findFirst();
  }
}
