package org.libstation.fines;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.CountingRule.ChargeAt;
import org.libstation.fines.CountingRule.CountedUnit;
import org.libstation.fines.CountingRule.OnRenewal;

/// The same rules once more, as plainly as they can be said: every day, minute or bill is walked
/// over and looked at. It shares no code with the counter but the records it is asked with.
final class NaiveFines {
  private final OpeningCalendar calendar;
  private final List<SuspensionWindow> windows;
  private final FinePolicy policy;
  private final OverdueLoan loan;
  private final CountingRule rule;

  private long elapsed;
  private long closed;
  private long suspended;
  private long charges;

  /// @param closed -1 where it is not told
  record Found(long elapsed, long closed, long suspended, long charged, long minor) {}

  private NaiveFines(
      OpeningCalendar calendar,
      List<SuspensionWindow> windows,
      FinePolicy policy,
      OverdueLoan loan) {
    this.calendar = calendar;
    this.windows = windows;
    this.policy = policy;
    this.loan = loan;
    this.rule = rule(policy, loan);
  }

  static Found count(
      OpeningCalendar calendar,
      List<SuspensionWindow> windows,
      FinePolicy policy,
      OverdueLoan loan) {
    return new NaiveFines(calendar, windows, policy, loan).count();
  }

  private static CountingRule rule(FinePolicy policy, OverdueLoan loan) {
    CountingRule usual = policy.counting();
    if (!loan.recalled() || policy.recall().isEmpty()) {
      return usual;
    }
    Recall recall = policy.recall().get();
    return usual.with(
        c -> c.interval(recall.interval()).grace(recall.grace() ? usual.grace() : Grace.NONE));
  }

  private Found count() {
    ZonedDateTime due = loan.due();
    for (OverdueLoan.LoanRenewal renewal : loan.renewals()) {
      leg(due, renewal.on(), rule.onRenewal() == OnRenewal.FORGIVEN);
      due = renewal.newDue();
    }
    leg(due, loan.returned(), false);

    long rate = policy.rate().minor();
    long limit = Long.MAX_VALUE;
    if (policy.maximum().amount().isPresent()) {
      limit = policy.maximum().amount().get().minor();
    }
    if (loan.recalled() && policy.recall().isPresent()) {
      rate = policy.recall().get().rate().minor();
      limit = policy.recall().get().maximum().map(Money::minor).orElse(Long.MAX_VALUE);
    }
    if (policy.maximum().itemPrice() && loan.price().isPresent()) {
      limit = Math.min(limit, loan.price().get().minor());
    }
    long sum = 0;
    long bills = 0;
    for (long charge = 0; charge < charges && sum < limit; charge++) {
      sum += rate;
      bills++;
    }
    long each = Math.floorDiv(sum + policy.roundTo() / 2, policy.roundTo()) * policy.roundTo();
    if (policy.maximum().truncate()) {
      long full = charges * rate;
      long rounded =
          Math.floorDiv(full + policy.roundTo() / 2, policy.roundTo()) * policy.roundTo();
      each = Math.min(rounded, limit);
    }
    int items = loan.items();
    boolean inDays = rule.interval().isDays();
    boolean untold = rule.line() == CountedUnit.MINUTES && !rule.closedCounts() && inDays;
    return new Found(
        items * elapsed,
        untold ? -1 : items * closed,
        items * suspended,
        items * (rule.line() == CountedUnit.BILLS ? bills : charges),
        items * each);
  }

  private void leg(ZonedDateTime due, ZonedDateTime until, boolean forgiven) {
    long before = charges;
    switch (rule.line()) {
      case DATES -> {
        if (rule.interval().isDays()) {
          dates(due, until);
        } else {
          minutes(due, until);
        }
      }
      case DIFFERENCE -> difference(due, until);
      case BILLS -> bills(due, until);
      case MINUTES -> minutes(due, until);
    }
    if (forgiven || loan.amnesty()) {
      charges = before;
    }
  }

  private void dates(ZonedDateTime due, ZonedDateTime until) {
    long counted = 0;
    LocalDate day = due.toLocalDate();
    while (day.isBefore(until.toLocalDate())) {
      day = day.plusDays(1);
      if (!isDate(day)) {
        continue;
      }
      elapsed++;
      if (closed(day)) {
        closed++;
      } else if (suspended(day)) {
        suspended++;
      } else {
        counted++;
      }
    }
    charge(counted, rule.grace().seconds() / 86_400, 1, rule.interval().seconds() / 86_400);
  }

  private void minutes(ZonedDateTime due, ZonedDateTime until) {
    long all = 0;
    long open = 0;
    long counted = 0;
    for (ZonedDateTime minute = due;
        !minute.plusMinutes(1).isAfter(until);
        minute = minute.plusMinutes(1)) {
      all++;
      LocalDate day = minute.toLocalDate();
      if (closed(day) || !inHours(day, minute.toLocalTime())) {
        continue;
      }
      open++;
      if (!suspended(day)) {
        counted++;
      }
    }
    long unit = rule.interval().isDays() ? 1440 : rule.interval().unit().seconds() / 60;
    elapsed += whole(all, unit);
    closed += whole(all, unit) - whole(open, unit);
    suspended += whole(open, unit) - whole(counted, unit);
    long perDay = rule.interval().isDays() ? unit : 1440;
    charge(counted, rule.grace().seconds() / 60, perDay, rule.interval().seconds() / 60);
  }

  private long whole(long minutes, long unit) {
    long units = minutes / unit;
    return rule.chargeAt() == ChargeAt.START && minutes % unit > 0 ? units + 1 : units;
  }

  private boolean inHours(LocalDate day, LocalTime time) {
    if (rule.line() != CountedUnit.MINUTES || rule.closedCounts()) {
      return true;
    }
    Optional<OpenHours> hours = calendar.hoursOn(day);
    if (hours.isEmpty()) {
      return true;
    }
    boolean late =
        !hours.get().closes().equals(LocalTime.MIDNIGHT) && !time.isBefore(hours.get().closes());
    return !time.isBefore(hours.get().opens()) && !late;
  }

  private void difference(ZonedDateTime due, ZonedDateTime until) {
    if (!until.toInstant().isAfter(due.toInstant())) {
      return;
    }
    boolean hours = !rule.interval().isDays();
    LocalDateTime from = due.toLocalDateTime();
    LocalDateTime to = until.toLocalDateTime();
    LocalDateTime step = hours ? from.toLocalDate().atStartOfDay() : from;
    LocalDateTime last = hours ? to.toLocalDate().atStartOfDay() : to;
    long shut = 0;
    long free = 0;
    while (!step.isAfter(last)) {
      if (!hours && !isDate(step.toLocalDate())) {
        step = step.plusDays(1);
        continue;
      }
      if (closed(step.toLocalDate())) {
        shut++;
      } else if (suspended(step.toLocalDate())) {
        free++;
      }
      step = step.plusDays(1);
    }
    if (!hours) {
      long days = 0;
      for (LocalDate day = due.toLocalDate(); day.isBefore(until.toLocalDate()); ) {
        day = day.plusDays(1);
        days += isDate(day) ? 1 : 0;
      }
      elapsed += days;
      closed += shut;
      suspended += free;
      charge(
          Math.max(0, days - shut - free),
          rule.grace().seconds() / 86_400,
          1,
          rule.interval().seconds() / 86_400);
      return;
    }
    Duration real = Duration.between(due, until);
    Duration told = rule.closedCounts() ? real : Duration.between(from, to);
    elapsed += kohaHours(real, 0);
    closed += 24 * shut;
    suspended += 24 * free;
    charge(
        Math.max(0, kohaHours(told, shut + free)),
        rule.grace().seconds() / 3600,
        24,
        rule.interval().seconds() / 3600);
  }

  private static long kohaHours(Duration passed, long daysOff) {
    long minutes = Math.floorDiv(passed.toSeconds(), 60L) - 1440 * daysOff;
    long hours = minutes / 60;
    return hours == 0 && Math.floorMod(passed.toSeconds(), 60L) > 0 ? 1 : hours;
  }

  private void bills(ZonedDateTime due, ZonedDateTime until) {
    long seconds = Duration.between(due, until).toSeconds();
    if (seconds <= 0) {
      return;
    }
    long counted = 0;
    long length = rule.interval().seconds();
    long begun = 0;
    while (rule.chargeAt() == ChargeAt.START
        ? begun * length < seconds
        : (begun + 1) * length <= seconds) {
      begun++;
      // a date that the zone skipped (Samoa, 30 December 2011) is a date all the same
      LocalDateTime end =
          rule.interval().isDays()
              ? due.toLocalDateTime().plusDays(begun * (length / 86_400))
              : due.plusSeconds(begun * length).toLocalDateTime();
      elapsed++;
      if (closed(end.toLocalDate())) {
        closed++;
      } else if (suspended(end.toLocalDate())) {
        suspended++;
      } else {
        counted++;
      }
    }
    if (rule.grace().length() > 0 && seconds < billGrace(due.toLocalDate())) {
      return;
    }
    long perDay = rule.interval().isDays() ? 1 : 86_400 / rule.interval().unit().seconds();
    long left = counted - rule.freeDays() * perDay;
    if (rule.grace().mode() == Grace.GraceMode.DEDUCT) {
      left -= rule.grace().seconds() / length;
    }
    charges += Math.max(0, left);
  }

  /// Evergreen's options, by days.
  private long billGrace(LocalDate due) {
    Grace grace = rule.grace();
    long seconds = grace.seconds();
    if (seconds < 86_400 || grace.extension() == Grace.Extension.NONE) {
      return seconds;
    }
    long days = seconds / 86_400;
    long passed = 0;
    long end = 0;
    if (grace.extension() == Grace.Extension.OPEN_DAYS_ONLY) {
      while (passed < days) {
        end++;
        passed += calendar.closedOn(due.plusDays(end)).isPresent() ? 0 : 1;
      }
    } else {
      end = days;
      while (calendar.closedOn(due.plusDays(end)).isPresent()) {
        end++;
      }
    }
    while (grace.trailingClosed() && calendar.closedOn(due.plusDays(end + 1)).isPresent()) {
      end++;
    }
    return seconds + (end - days) * 86_400;
  }

  private void charge(long counted, long grace, long perDay, long perCharge) {
    if (counted <= grace) {
      return;
    }
    long left = counted - rule.freeDays() * perDay;
    if (rule.grace().mode() == Grace.GraceMode.DEDUCT) {
      left -= grace;
    }
    while (left > 0) {
      if (left >= perCharge || rule.chargeAt() == ChargeAt.START) {
        charges++;
      }
      left -= perCharge;
    }
  }

  /// Whether this date ever was where the loan is.
  private boolean isDate(LocalDate day) {
    return day.atTime(12, 0).atZone(loan.due().getZone()).toLocalDate().equals(day);
  }

  private boolean closed(LocalDate day) {
    if (rule.closedCounts()) {
      return false;
    }
    ClosedReason single = calendar.closed().get(day);
    if (single != null && (single != ClosedReason.GALE || rule.galeFree())) {
      return true;
    }
    DayOfWeek weekday = day.getDayOfWeek();
    return calendar.weekly().contains(weekday) && !calendar.openDespite().contains(day);
  }

  private boolean suspended(LocalDate day) {
    for (SuspensionWindow window : windows) {
      boolean gone =
          windows.stream().anyMatch(other -> other.supersedes().equals(Optional.of(window.id())));
      boolean ours =
          (window.scope().isEmpty() || window.scope().contains(loan.lent().service()))
              && (window.classes().isEmpty()
                  || window.classes().contains(loan.lent().lendingClass()));
      boolean after = window.to().isPresent() && !day.isBefore(window.to().get());
      if (!gone && ours && !day.isBefore(window.from()) && !after) {
        return true;
      }
    }
    return false;
  }
}
