package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;

/// The facts from which a fine is counted. All moments are in the lending place's zone, in which
/// its days begin and end.
///
/// @param due the first due moment, already moved to an open day
/// @param renewals changes of the due moment afterwards, in order
/// @param returned the moment at which the return counts, not that of processing
/// @param lent where and as what the item was lent; suspension windows apply by it
/// @param ends end of the count: the return, or the day of the loss
@RecordBuilder
public record OverdueLoan(
    ZonedDateTime due,
    List<LoanRenewal> renewals,
    ZonedDateTime returned,
    LoanScope lent,
    Goods goods,
    LoanConditions standing,
    ZonedDateTime ends)
    implements OverdueLoanBuilder.With {

  /// Clock time at which a day loan is due.
  public static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  /// @throws IllegalArgumentException if there is no item, or the moments are in different zones
  public OverdueLoan {
    renewals = List.copyOf(renewals);
    if (goods.items() < 1) {
      throw new IllegalArgumentException("a loan has at least one item");
    }
    boolean oneZone =
        returned.getZone().equals(due.getZone())
            && renewals.stream().allMatch(renewal -> renewal.isIn(due.getZone()));
    if (!oneZone) {
      throw new IllegalArgumentException("all moments stand in the lending place's zone");
    }
  }

  /// A loan of one item, counted to its return.
  public static OverdueLoan of(
      ZonedDateTime due, List<LoanRenewal> renewals, ZonedDateTime returned, LoanScope lent) {
    return new OverdueLoan(
        due, renewals, returned, lent, Goods.ONE, LoanConditions.USUAL, returned);
  }

  /// A loan of one item, given by days.
  public static OverdueLoan ofDays(
      LocalDate due, LocalDate returned, ZoneId zone, LoanScope lent, boolean estimate) {
    return of(due.atTime(END_OF_DAY).atZone(zone), List.of(), returned.atStartOfDay(zone), lent)
        .estimated(estimate);
  }

  public int items() {
    return goods.items();
  }

  public Optional<Money> price() {
    return goods.price();
  }

  public boolean amnesty() {
    return standing.amnesty();
  }

  public boolean estimate() {
    return standing.estimate();
  }

  public boolean recalled() {
    return standing.recalled();
  }

  /// This loan with a number of items, and the price of each.
  public OverdueLoan items(int count, Optional<Money> price) {
    return withGoods(new Goods(count, price));
  }

  /// This loan, marked as counted without the central system or not.
  public OverdueLoan estimated(boolean so) {
    return with(new LoanConditions(amnesty(), so, recalled()), ends);
  }

  /// This loan, marked as recalled or not.
  public OverdueLoan recalled(boolean so) {
    return with(new LoanConditions(amnesty(), estimate(), so), ends);
  }

  /// This loan with its whole fine forgiven.
  OverdueLoan forgiven() {
    return with(new LoanConditions(true, estimate(), recalled()), ends);
  }

  /// This loan counted up to another day, at the clock time of the due moment.
  OverdueLoan until(LocalDate day) {
    return with(standing, day.atTime(due.toLocalTime()).atZone(due.getZone()));
  }

  private OverdueLoan with(LoanConditions how, ZonedDateTime until) {
    return with(c -> c.standing(how).ends(until));
  }

  /// The items of one loan.
  ///
  /// @param items number of items that came back as one loan; an accompanying item (a disc, a map)
  ///   is charged as a separate item
  /// @param price of one item, if known
  public record Goods(int items, Optional<Money> price) {
    static final Goods ONE = new Goods(1, Optional.empty());
  }

  /// Conditions that change how a loan is counted.
  ///
  /// @param amnesty the whole fine is forgiven at check-in
  /// @param estimate counted without the central system, from what is known here
  /// @param recalled a recall moved the due date forward because another patron waits. The whole
  ///   loan is then counted by the rule for recalls, if there is one
  public record LoanConditions(boolean amnesty, boolean estimate, boolean recalled) {
    static final LoanConditions USUAL = new LoanConditions(false, false, false);
  }

  /// The lending service and the lending class of a loan.
  ///
  /// @param service the lending service or place
  /// @param lendingClass may be empty if no window is limited to a class
  public record LoanScope(String service, String lendingClass) {}

  /// One renewal.
  ///
  /// @param on the moment of the renewal
  /// @param newDue the due moment that it gave
  public record LoanRenewal(ZonedDateTime on, ZonedDateTime newDue) {
    public static LoanRenewal ofDays(LocalDate on, LocalDate newDue, ZoneId zone) {
      return new LoanRenewal(on.atStartOfDay(zone), newDue.atTime(END_OF_DAY).atZone(zone));
    }

    boolean isIn(ZoneId zone) {
      return on.getZone().equals(zone) && newDue.getZone().equals(zone);
    }
  }

  /// A stretch of a loan for which fines are counted: from a due date to the next renewal, or to
  /// the end of the count.
  record Leg(ZonedDateTime due, ZonedDateTime until, boolean last) {
    long dueDay() {
      return due.toLocalDate().toEpochDay();
    }

    long untilDay() {
      return until.toLocalDate().toEpochDay();
    }

    /// Whether this date exists in the zone.
    boolean isDate(LocalDate day) {
      return Arrays.binarySearch(ZoneDays.skipped(due.getZone()), day.toEpochDay()) < 0;
    }

    /// Exact elapsed seconds; zero or negative if it ended in time.
    long seconds() {
      return until.toEpochSecond() - due.toEpochSecond();
    }
  }

  /// The legs of the loan in order: one for each renewal, and one to the end of the count.
  List<Leg> legs() {
    if (renewals.isEmpty()) {
      return List.of(new Leg(due, ends, true));
    }
    List<Leg> legs = new ArrayList<>(renewals.size() + 1);
    ZonedDateTime from = due;
    for (LoanRenewal renewal : renewals) {
      legs.add(new Leg(from, renewal.on(), false));
      from = renewal.newDue();
    }
    legs.add(new Leg(from, ends, true));
    return legs;
  }
}
