package org.libstation.fines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.libstation.circulation.Money;
import org.libstation.fines.Assessment.Units;
import org.libstation.fines.CountingLine.QuantaCount;
import org.libstation.fines.CountingRule.OnRenewal;
import org.libstation.fines.OverdueLoan.Leg;
import org.libstation.fines.OverdueLoan.LoanScope;
import org.libstation.fines.Reminders.ReminderFees;

/// Counts fines by one calendar and its suspension windows, under any [FinePolicy].
///
/// The result depends on the arguments only, so station and library get the same one. Sums over
/// days are prepared once and then looked up. Ten years overdue therefore cost no more time than
/// one day.
public final class FineCounter {
  /// Limit of kinds of loan whose sums are kept. The sums of further kinds are calculated each
  /// time.
  private static final int MOST_BOOKS = 1000;

  private static final LoanScope ANY = new LoanScope("", "");

  private final OpeningCalendar calendar;
  private final List<SuspensionWindow> windows;
  private final List<Amnesty> amnesties;
  private final boolean scoped;
  private final Map<LoanKind, DayBook> books = new ConcurrentHashMap<>();

  /// Loans that share the same sums.
  private record LoanKind(DayBook.CalendarReading reading, LoanScope lent) {}

  /// @param calendar of the place whose calendar counts, mostly the lending place, even if another
  ///   place takes the item back
  /// @param windows all announced windows; superseded ones are ignored
  /// @param amnesties those in force
  public FineCounter(
      OpeningCalendar calendar, List<SuspensionWindow> windows, List<Amnesty> amnesties) {
    this.calendar = calendar;
    this.amnesties = List.copyOf(amnesties);
    this.windows = SuspensionWindow.inForce(windows);
    this.scoped =
        this.windows.stream()
            .anyMatch(window -> !window.scope().isEmpty() || !window.classes().isEmpty());
  }

  /// Calculates what the loan costs, without visiting its days.
  public Assessment assess(FinePolicy rules, OverdueLoan loan) {
    FinePolicy policy = rules.forLoan(loan);
    CountingLine line = line(policy.counting(), loan.lent());
    FineCalculation sheet =
        new FineCalculation(policy, loan, line, Amnesty.percent(amnesties, loan));
    boolean staged = !policy.stages().isEmpty();
    for (Leg leg : loan.legs()) {
      sheet.add(
          leg, line.count(leg), staged ? reminders(policy, loan).sum(leg) : ReminderFees.NOTHING);
    }
    return sheet.assessment(
        calendar.version(),
        policy.suspension().map(rule -> suspension(policy, rule, loan, sheet.late())));
  }

  private SuspensionDays suspension(
      FinePolicy policy, BorrowingSuspension rule, OverdueLoan loan, long late) {
    LocalDate back = loan.returned().toLocalDate();
    long days = rule.length(late, Amnesty.percent(amnesties, loan));
    return begun(
        policy, loan, new SuspensionDays(rule, late, days, rule.isCapped(late), back, back), back);
  }

  /// The same number of suspension days, beginning on another day.
  SuspensionDays begun(FinePolicy policy, OverdueLoan loan, SuspensionDays one, LocalDate from) {
    if (one.isNone() || one.rule().runs() == BorrowingSuspension.RunsOn.CALENDAR) {
      return one.with(c -> c.from(from).to(from.plusDays(one.days())));
    }
    boolean galeFree = policy.counting().galeFree();
    DayBook open =
        book(new DayBook.CalendarReading(false, galeFree, false), scoped ? loan.lent() : ANY);
    LocalDate to = from;
    for (long left = one.days(); left > 0; left -= open.closedOn(to).isPresent() ? 0 : 1) {
      to = to.plusDays(1);
    }
    LocalDate end = to;
    return one.with(c -> c.from(from).to(end));
  }

  /// Calculates the fine. If the item counted as lost before it came back, also calculates the sum
  /// still owed for the loss.
  ///
  /// @param isBack whether the item came back; if not, the return moment of the loan is only the
  ///   moment up to which it is counted
  /// @throws IllegalArgumentException if the price is needed and not known; [#owesPrice] checks
  ///   this
  public LoanCost cost(FinePolicy rules, LostItemFee lost, OverdueLoan loan, boolean isBack) {
    Money nothing = new Money(0, rules.rate().currency());
    Optional<LocalDate> lostOn = lostOn(lost, loan);
    if (lostOn.isEmpty()) {
      return new LoanCost(assess(rules, loan), lostOn, nothing);
    }
    OptionalLong since = since(lostOn.get(), loan, isBack);
    Optional<Money> price = loan.price();
    if (lost.needsPrice(since) && price.isEmpty()) {
      throw new IllegalArgumentException("what is lost costs its price, and nobody knows it");
    }
    return new LoanCost(
        assess(rules, upToLoss(lost, loan, lostOn.get(), since)),
        lostOn,
        lost.left(price.orElse(nothing), loan.items(), since, rules.roundTo()));
  }

  /// Whether the cost of the loan depends on the item's price, because it counted as lost.
  public boolean owesPrice(LostItemFee lost, OverdueLoan loan, boolean isBack) {
    return lostOn(lost, loan).filter(day -> lost.needsPrice(since(day, loan, isBack))).isPresent();
  }

  /// The loan as its fine is counted. If the loss ends the fine, the loan is counted to the day on
  /// which the item counted as lost. If no fine is owed beside the loss, the loan is forgiven.
  public OverdueLoan upToLoss(LostItemFee lost, OverdueLoan loan, boolean isBack) {
    return lostOn(lost, loan)
        .map(day -> upToLoss(lost, loan, day, since(day, loan, isBack)))
        .orElse(loan);
  }

  private static OverdueLoan upToLoss(
      LostItemFee lost, OverdueLoan loan, LocalDate lostOn, OptionalLong since) {
    if (lost.keepsFine(since)) {
      return loan;
    }
    return lost.withOverdue() ? loan.until(lostOn) : loan.forgiven();
  }

  private static OptionalLong since(LocalDate lostOn, OverdueLoan loan, boolean isBack) {
    return isBack
        ? OptionalLong.of(loan.returned().toLocalDate().toEpochDay() - lostOn.toEpochDay())
        : OptionalLong.empty();
  }

  /// The day on which an item counts as lost; empty if it came back before.
  private Optional<LocalDate> lostOn(LostItemFee lost, OverdueLoan loan) {
    if (lost.after().isEmpty()) {
      return Optional.empty();
    }
    Leg last = loan.legs().getLast();
    DateLine days = days(true, true, loan.lent());
    long after = lost.after().getAsInt();
    // An item that comes back on that very day is not lost yet.
    return days.count(last).counted() <= after
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(days.dayOf(last, after)));
  }

  /// Calculates what the loan costs, with every day or interval and its reason.
  public Explained explain(FinePolicy rules, OverdueLoan loan) {
    FinePolicy policy = rules.forLoan(loan);
    CountingLine line = line(policy.counting(), loan.lent());
    List<JudgedUnit> units = new ArrayList<>();
    Reductions reductions = new Reductions(policy, loan, line);
    for (Leg leg : loan.legs()) {
      units.addAll(reductions.apply(leg, line.count(leg), line.judge(leg)));
    }
    Assessment found = assess(policy, loan);
    // A fine that is zero anyway, or is rounded to zero, does not count as forgiven.
    boolean lets = policy.forgivenBelow() > 0 || found.percent() < Amnesty.NONE;
    boolean suspends = found.suspension().filter(one -> !one.isNone()).isPresent();
    boolean letOff = lets && !suspends && found.amount().isZero() && found.units().charged() > 0;
    return new Explained(
        found,
        letOff && !found.capped() ? Reductions.letOff(units) : units,
        found.amount().isZero() ? List.of() : stages(policy, loan));
  }

  /// Explains a fine that is limited by the account. This limit is applied last. If the rate alone
  /// decides, days above the limit are explained as over the maximum.
  ///
  /// @param most the largest sum that the account still takes
  public Explained explain(FinePolicy rules, OverdueLoan loan, Money most) {
    Explained alone = explain(rules, loan);
    Assessment whole = alone.assessment();
    long each = (most.minor() - whole.letters().minor()) / loan.items();
    if (whole.amount().minor() <= most.minor()) {
      return alone;
    }
    Explained cut = explain(rules.within(new Money(Math.max(0, each), most.currency())), loan);
    return cut.assessment().amount().equals(most)
        ? cut
        : new Explained(whole.within(most), alone.units(), alone.stages());
  }

  /// Number of reminder stages that the item has reached, while it is away or at its return.
  public int stage(FinePolicy policy, OverdueLoan loan) {
    return policy.stages().isEmpty()
        ? 0
        : reminders(policy, loan).sum(loan.legs().getLast()).reached();
  }

  /// The reminder stages, of all legs of the loan, whose fees are owed.
  private List<StageFee> stages(FinePolicy policy, OverdueLoan loan) {
    if (policy.stages().isEmpty()) {
      return List.of();
    }
    Reminders reminders = reminders(policy, loan);
    return loan.legs().stream()
        .filter(leg -> !loan.amnesty() && !isForgiven(policy.counting(), leg))
        .flatMap(leg -> reminders.fees(leg).stream())
        .toList();
  }

  private static boolean isForgiven(CountingRule rule, Leg leg) {
    return !leg.last() && rule.onRenewal() == OnRenewal.FORGIVEN;
  }

  private Reminders reminders(FinePolicy policy, OverdueLoan loan) {
    boolean galeFree = policy.counting().galeFree();
    return new Reminders(
        policy,
        days(false, galeFree, loan.lent()),
        days(true, galeFree, loan.lent()),
        Amnesty.percent(amnesties, loan));
  }

  private DateLine days(boolean closedCounts, boolean galeFree, LoanScope lent) {
    return new DateLine(
        book(new DayBook.CalendarReading(closedCounts, galeFree, false), scoped ? lent : ANY),
        Grace.NONE);
  }

  private CountingLine line(CountingRule rule, LoanScope lent) {
    DayBook book = book(DayBook.CalendarReading.of(rule), scoped ? lent : ANY);
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

  private DayBook book(DayBook.CalendarReading reading, LoanScope lent) {
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
  private static final class FineCalculation {
    private final FinePolicy policy;
    private final OverdueLoan loan;
    private final CountingLine line;
    private long elapsed;
    private long closed;
    private long suspended;
    private long charges;
    private long late;
    private int stage;
    private long fees;
    private long letters;
    private final int percent;

    FineCalculation(FinePolicy policy, OverdueLoan loan, CountingLine line, int percent) {
      this.percent = percent;
      this.policy = policy;
      this.loan = loan;
      this.line = line;
    }

    void add(Leg leg, QuantaCount count, ReminderFees reminders) {
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
      stage = reminders.reached();
      if (!isForgiven(rule, leg) && !loan.amnesty()) {
        charges += Reductions.charges(rule, line, leg, count);
        late += Reductions.left(rule, line, leg, count);
        fees += reminders.each();
        letters += reminders.letters();
      }
    }

    /// Quanta left of all legs after grace and free days.
    long late() {
      return late;
    }

    Assessment assessment(String calendarVersion, Optional<SuspensionDays> suspension) {
      Limited each = Limited.of(policy, loan.price(), charges, fees);
      boolean bills = policy.counting().line() == CountingRule.CountedUnit.BILLS;
      int items = loan.items();
      Units units =
          new Units(
              items * elapsed,
              inOpenDays() ? OptionalLong.empty() : OptionalLong.of(items * closed),
              items * suspended,
              items * (bills ? each.bills() : charges));
      long alone = Math.multiplyExact(Amnesty.reduced(each.minor(), percent, policy), items);
      long shared = letters;
      boolean charged = alone + shared >= policy.forgivenBelow();
      Currency currency = policy.rate().currency();
      return new Assessment(
          new Money(charged ? alone + shared : 0, currency),
          policy.rate(),
          policy.counting().interval(),
          items,
          units,
          each.reached(),
          stage,
          new Money(charged ? shared : 0, currency),
          percent,
          suspension,
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
