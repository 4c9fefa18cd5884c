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

/// What a fine is counted from. All moments stand in the lending place's zone, in which its days
/// begin and end.
///
/// @param due the first due moment, rolled to an open day already
/// @param renewals what moved the due moment afterwards, in order
/// @param returned the moment that counts, not the one of processing
/// @param lent where and as what it was lent; suspension windows are scoped by it
/// @param ends up to when the fine is counted: to the return, or to the day on which it was lost
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

  /// The end of a day loan's due day.
  public static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  /// @throws IllegalArgumentException when there is no item, or not all moments are in one zone
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

  /// One item, counted to its return.
  public static OverdueLoan of(
      ZonedDateTime due, List<LoanRenewal> renewals, ZonedDateTime returned, LoanScope lent) {
    return new OverdueLoan(
        due, renewals, returned, lent, Goods.ONE, LoanConditions.USUAL, returned);
  }

  /// One item, by days.
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

  /// The same of so many items.
  public OverdueLoan items(int count, Optional<Money> price) {
    return withGoods(new Goods(count, price));
  }

  /// The same, counted away from the central system or not.
  public OverdueLoan estimated(boolean so) {
    return with(new LoanConditions(amnesty(), so, recalled()), ends);
  }

  /// The same, recalled or not.
  public OverdueLoan recalled(boolean so) {
    return with(new LoanConditions(amnesty(), estimate(), so), ends);
  }

  /// The same, all of its fine forgiven.
  OverdueLoan forgiven() {
    return with(new LoanConditions(true, estimate(), recalled()), ends);
  }

  /// The same, counted up to a day after it was due, at the clock time of the due moment.
  OverdueLoan until(LocalDate day) {
    return with(standing, day.atTime(due.toLocalTime()).atZone(due.getZone()));
  }

  private OverdueLoan with(LoanConditions how, ZonedDateTime until) {
    return with(c -> c.standing(how).ends(until));
  }

  /// @param items how many came back as one loan: an accompanying item (a disc, a map) is charged
  ///   as an item of its own
  /// @param price of one, where it is known
  public record Goods(int items, Optional<Money> price) {
    static final Goods ONE = new Goods(1, Optional.empty());
  }

  /// @param amnesty all is forgiven at check-in
  /// @param estimate counted away from the central system, with what is known here
  /// @param recalled a recall moved its due date forward, as another reader waits; then all of the
  ///   loan is counted by the rule for recalls, where there is one
  public record LoanConditions(boolean amnesty, boolean estimate, boolean recalled) {
    static final LoanConditions USUAL = new LoanConditions(false, false, false);
  }

  /// @param service the lending service or place
  /// @param lendingClass may be empty where no window is scoped by it
  public record LoanScope(String service, String lendingClass) {}

  /// @param on the moment of the renewal
  /// @param newDue the due moment it gave
  public record LoanRenewal(ZonedDateTime on, ZonedDateTime newDue) {
    public static LoanRenewal ofDays(LocalDate on, LocalDate newDue, ZoneId zone) {
      return new LoanRenewal(on.atStartOfDay(zone), newDue.atTime(END_OF_DAY).atZone(zone));
    }

    boolean isIn(ZoneId zone) {
      return on.getZone().equals(zone) && newDue.getZone().equals(zone);
    }
  }

  /// From one due moment to the renewal or return that ended it.
  record Leg(ZonedDateTime due, ZonedDateTime until, boolean last) {
    long dueDay() {
      return due.toLocalDate().toEpochDay();
    }

    long untilDay() {
      return until.toLocalDate().toEpochDay();
    }

    /// Whether the zone ever had this date.
    boolean isDate(LocalDate day) {
      return Arrays.binarySearch(ZoneDays.skipped(due.getZone()), day.toEpochDay()) < 0;
    }

    /// Seconds on the instant line; not positive when it was in time.
    long seconds() {
      return until.toEpochSecond() - due.toEpochSecond();
    }
  }

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
