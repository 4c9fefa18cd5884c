package org.libstation.fines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.libstation.circulation.Money;
import org.libstation.fines.Assessment.Units;
import org.libstation.fines.CountingLine.Count;
import org.libstation.fines.CountingRule.OnRenewal;
import org.libstation.fines.OverdueLoan.Leg;
import org.libstation.fines.OverdueLoan.Lent;

/// Counts fines by one calendar and its suspension windows, under any [FinePolicy].
///
/// Pure: the same question gives the same answer at the station and at the library. Sums over days
/// are prepared once and then looked up, so that ten years overdue cost no more time than a day.
public final class FineCounter {
  /// Kinds of loan whose sums are kept; those of others are made anew each time.
  private static final int MOST_BOOKS = 1000;

  private static final Lent ANY = new Lent("", "");

  private final OpeningCalendar calendar;
  private final List<SuspensionWindow> windows;
  private final boolean scoped;
  private final Map<LoanKind, DayBook> books = new ConcurrentHashMap<>();

  private record LoanKind(DayBook.Reading reading, Lent lent) {}

  /// @param calendar of the place that owns the count, mostly the lending place, whatever place
  ///   takes the item back
  /// @param windows all that were announced; those superseded by another are passed over
  public FineCounter(OpeningCalendar calendar, List<SuspensionWindow> windows) {
    this.calendar = calendar;
    this.windows = SuspensionWindow.inForce(windows);
    this.scoped =
        this.windows.stream()
            .anyMatch(window -> !window.scope().isEmpty() || !window.classes().isEmpty());
  }

  /// What the loan costs, without going through its days.
  public Assessment assess(FinePolicy rules, OverdueLoan loan) {
    FinePolicy policy = rules.forLoan(loan);
    CountingLine line = line(policy.counting(), loan.lent());
    Sheet sheet = new Sheet(policy, loan, line);
    for (Leg leg : loan.legs()) {
      sheet.add(leg, line.count(leg));
    }
    return sheet.assessment(calendar.version());
  }

  /// The same, with every day or interval and its reason.
  public Explained explain(FinePolicy rules, OverdueLoan loan) {
    FinePolicy policy = rules.forLoan(loan);
    CountingLine line = line(policy.counting(), loan.lent());
    List<JudgedUnit> units = new ArrayList<>();
    Reductions reductions = new Reductions(policy, loan, line);
    for (Leg leg : loan.legs()) {
      units.addAll(reductions.apply(leg, line.count(leg), line.judge(leg)));
    }
    return new Explained(assess(policy, loan), units);
  }

  private CountingLine line(CountingRule rule, Lent lent) {
    DayBook book = book(DayBook.Reading.of(rule), scoped ? lent : ANY);
    Interval.Unit unit = rule.interval().unit().counted();
    return switch (rule.line()) {
      case DATES ->
          unit.isDays()
              ? new DateLine(book, rule.grace())
              : new TimeLine(book, rule.grace(), unit, false);
      case DIFFERENCE ->
          new DifferenceLine(book, rule.grace(), !unit.isDays(), !rule.closedCounts());
      case BILLS -> new BillLine(book, rule, calendar);
      case MINUTES -> new TimeLine(book, rule.grace(), unit, true);
    };
  }

  private DayBook book(DayBook.Reading reading, Lent lent) {
    LoanKind kind = new LoanKind(reading, lent);
    DayBook kept = books.get(kind);
    if (kept != null) {
      return kept;
    }
    List<SuspensionWindow> covering =
        scoped ? windows.stream().filter(window -> window.covers(lent)).toList() : windows;
    DayBook made = new DayBook(calendar, covering, reading);
    if (books.size() < MOST_BOOKS) {
      books.put(kind, made);
    }
    return made;
  }

  /// Adds up the legs of one loan.
  private static final class Sheet {
    private final FinePolicy policy;
    private final OverdueLoan loan;
    private final CountingLine line;
    private long elapsed;
    private long closed;
    private long suspended;
    private long charges;

    Sheet(FinePolicy policy, OverdueLoan loan, CountingLine line) {
      this.policy = policy;
      this.loan = loan;
      this.line = line;
    }

    void add(Leg leg, Count count) {
      CountingRule rule = policy.counting();
      long perUnit = line.quantaPerUnit();
      long all = rule.intervals(count.elapsed(), perUnit);
      elapsed += all;
      if (perUnit == 1) {
        closed += count.closed();
        suspended += count.suspended();
      } else {
        long open = rule.intervals(count.elapsed() - count.closed(), perUnit);
        closed += all - open;
        suspended += open - rule.intervals(count.counted(), perUnit);
      }
      boolean forgiven = !leg.last() && rule.onRenewal() == OnRenewal.FORGIVEN;
      if (!forgiven && !loan.amnesty()) {
        charges += Reductions.charges(rule, line, leg, count);
      }
    }

    Assessment assessment(String calendarVersion) {
      Limited each = Limited.of(policy, loan.price(), charges);
      boolean bills = policy.counting().line() == CountingRule.CountedUnit.BILLS;
      int items = loan.items();
      Units units =
          new Units(
              items * elapsed,
              inOpenDays() ? OptionalLong.empty() : OptionalLong.of(items * closed),
              items * suspended,
              items * (bills ? each.bills() : charges));
      Money amount = new Money(Math.multiplyExact(each.minor(), items), policy.rate().currency());
      return new Assessment(
          amount,
          policy.rate(),
          policy.counting().interval(),
          items,
          units,
          each.reached(),
          calendarVersion,
          policy.version(),
          loan.estimate());
    }

    private boolean inOpenDays() {
      CountingRule rule = policy.counting();
      return rule.line() == CountingRule.CountedUnit.MINUTES
          && !rule.closedCounts()
          && rule.interval().isDays();
    }
  }
}
