package org.libstation.sync;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.ItemLook;

/// What must be known of a site's central system to interpret its answers.
///
/// @param zone in which its times are read and return dates are written
/// @param loanDays the policy's loan periods in days, as known when they are asked for; 0 means
///   loans shorter than a day
/// @param rollDays most days by which a due date is moved to fall on an open day
public record CentralHabits(
    ZoneId zone, Set<Habit> habits, Supplier<List<Integer>> loanDays, int rollDays) {

  /// Most days in a row that a library is closed, if nothing else is known.
  public static final int USUAL_ROLL_DAYS = 7;

  /// What a central system or its library does differently from others.
  public enum Habit {
    /// Circulation status 07 means that the item is still on loan.
    RECALLED_IS_ON_LOAN,
    /// Message 11 or 63 needs a PIN. Then nothing is lent without the link, since PINs are never
    /// kept.
    PIN_TO_SETTLE,
    /// Message 29 needs a PIN. Then a renewal cannot be asked for later.
    PIN_TO_RENEW,
    /// The site captures holds when the bin is emptied. A return with a hold waiting for it is
    /// reported then.
    HOLDS_AT_EMPTYING,
    /// A return counts from the moment it is reported, whatever date is sent with it. Staff get the
    /// true time of a return that is reported late.
    RETURN_DATE_IGNORED,
    /// A loan that is reported later counts from the moment that is sent with it. With other
    /// systems it begins when reported, and its return cannot count from earlier.
    LOAN_DATE_KEPT,
    /// Every renewal moves the due date; if the date stays, the loan was not renewed.
    RENEWAL_MOVES_DUE
  }

  public CentralHabits {
    habits = Set.copyOf(habits);
  }

  /// Creates habits with fixed loan periods.
  ///
  /// @throws IllegalArgumentException if there is no loan period, or one is negative
  public static CentralHabits fixed(
      ZoneId zone, Set<Habit> habits, List<Integer> loanDays, int rollDays) {
    List<Integer> kept = checked(loanDays);
    return new CentralHabits(zone, habits, () -> kept, rollDays);
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }

  /// Whether an item is on loan according to this central system.
  boolean onLoan(ItemLook look) {
    return look.status().onLoan()
        || (look.status() == CirculationStatus.RECALLED && has(Habit.RECALLED_IS_ON_LOAN));
  }

  private static List<Integer> checked(List<Integer> days) {
    if (days.isEmpty() || days.stream().anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException("at least one loan period, from 0 days");
    }
    return List.copyOf(days);
  }

  /// Whether a loan that began between `begin` and `end`, both inclusive, may be due on `due`.
  boolean mayBeDue(LocalDate due, LocalDate begin, LocalDate end) {
    return checked(loanDays.get()).stream()
        .map(days -> due.minusDays(days))
        .anyMatch(day -> !day.isBefore(begin) && !day.minusDays(rollDays).isAfter(end));
  }

  /// The earliest day on which a loan that began on `begin` can be due.
  LocalDate earliestDue(LocalDate begin) {
    return begin.plusDays(Collections.min(checked(loanDays.get())));
  }
}
