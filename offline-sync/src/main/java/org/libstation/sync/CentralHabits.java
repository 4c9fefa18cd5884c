package org.libstation.sync;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.ItemLook;

/// What must be known of a site's central system to judge what it says.
///
/// @param zone where its times are read, and where return dates are written
/// @param loanDays the loan periods of the policy in days, as they are known when they are asked
///   for; 0 stands for loans shorter than a day
/// @param rollDays how many days a due date is moved at most to fall on an open day
public record CentralHabits(
    ZoneId zone, Set<Habit> habits, Supplier<List<Integer>> loanDays, int rollDays) {

  /// How many days in a row a library is closed at most, where nothing else is known.
  public static final int USUAL_ROLL_DAYS = 7;

  /// What a central system, or its library, does unlike others.
  public enum Habit {
    /// Circulation status 07 means that the item is still on loan.
    RECALLED_IS_ON_LOAN,
    /// 11 or 63 needs a PIN: then nothing is lent without the link, since PINs are never kept.
    PIN_TO_SETTLE,
    /// 29 needs a PIN: then no renewal is asked later.
    PIN_TO_RENEW,
    /// The site captures holds when the bin is emptied: a return that somebody waits for is
    /// reported then.
    HOLDS_AT_EMPTYING,
    /// A return counts from the moment it is reported, whatever date goes with it: then staff get
    /// the true time of one that is reported late.
    RETURN_DATE_IGNORED,
    /// A loan that is reported later counts from the moment that is sent with it. Elsewhere it
    /// begins when it is reported, and no return of it may count from earlier.
    LOAN_DATE_KEPT,
    /// Every renewal moves the due date: one that stays was not renewed.
    RENEWAL_MOVES_DUE
  }

  public CentralHabits {
    habits = Set.copyOf(habits);
  }

  /// With loan periods that stay.
  ///
  /// @throws IllegalArgumentException when there is no loan period, or one is negative
  public static CentralHabits fixed(
      ZoneId zone, Set<Habit> habits, List<Integer> loanDays, int rollDays) {
    List<Integer> kept = checked(loanDays);
    return new CentralHabits(zone, habits, () -> kept, rollDays);
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }

  /// Whether an item is on loan, as this central system says it.
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

  /// Whether a loan that began on or after `begin` and on or before `end` may be due on `due`.
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
