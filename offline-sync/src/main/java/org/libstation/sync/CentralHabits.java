package org.libstation.sync;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/// What must be known of a site's central system to judge what it says.
///
/// @param zone where its times are read, and where return dates are written
/// @param recalledIsOnLoan circulation status 07 means that the item is still on loan
/// @param pinToSettle 11 or 63 needs a PIN: then nothing is lent without the link, since PINs are
///   never kept
/// @param pinToRenew 29 needs a PIN: then no renewal is asked later
/// @param holdsAtEmptying the site captures holds when the bin is emptied: a return that somebody
///   waits for is reported then
/// @param loanDays the loan periods of the policy in days, as they are known when they are asked
///   for; 0 stands for loans shorter than a day
/// @param rollDays how many days a due date is moved at most to fall on an open day
/// @param returnDateIgnored a return counts from the moment it is reported, whatever date goes with
///   it: then staff get the true time of one that is reported late
/// @param renewalMovesDue every renewal moves the due date: one that stays was not renewed
public record CentralHabits(
    ZoneId zone,
    boolean recalledIsOnLoan,
    boolean pinToSettle,
    boolean pinToRenew,
    boolean holdsAtEmptying,
    Supplier<List<Integer>> loanDays,
    int rollDays,
    boolean returnDateIgnored,
    boolean renewalMovesDue) {

  /// With loan periods that stay.
  ///
  /// @throws IllegalArgumentException when there is no loan period, or one is negative
  public CentralHabits(
      ZoneId zone,
      boolean recalledIsOnLoan,
      boolean pinToSettle,
      boolean pinToRenew,
      boolean holdsAtEmptying,
      List<Integer> loanDays,
      int rollDays,
      boolean returnDateIgnored,
      boolean renewalMovesDue) {
    this(
        zone,
        recalledIsOnLoan,
        pinToSettle,
        pinToRenew,
        holdsAtEmptying,
        fixed(loanDays),
        rollDays,
        returnDateIgnored,
        renewalMovesDue);
  }

  private static Supplier<List<Integer>> fixed(List<Integer> days) {
    List<Integer> kept = checked(days);
    return () -> kept;
  }

  private static List<Integer> checked(List<Integer> days) {
    if (days.isEmpty() || days.stream().anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException("at least one loan period, from 0 days");
    }
    return List.copyOf(days);
  }

  /// How many days in a row a library is closed at most, where nothing else is known.
  public static final int USUAL_ROLL_DAYS = 7;

  public CentralHabits(
      ZoneId zone,
      boolean recalledIsOnLoan,
      boolean pinToSettle,
      boolean pinToRenew,
      boolean holdsAtEmptying,
      List<Integer> loanDays) {
    this(
        zone,
        recalledIsOnLoan,
        pinToSettle,
        pinToRenew,
        holdsAtEmptying,
        loanDays,
        USUAL_ROLL_DAYS);
  }

  public CentralHabits(
      ZoneId zone,
      boolean recalledIsOnLoan,
      boolean pinToSettle,
      boolean pinToRenew,
      boolean holdsAtEmptying,
      List<Integer> loanDays,
      int rollDays) {
    this(
        zone,
        recalledIsOnLoan,
        pinToSettle,
        pinToRenew,
        holdsAtEmptying,
        loanDays,
        rollDays,
        false,
        false);
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
