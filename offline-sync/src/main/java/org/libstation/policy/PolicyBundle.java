package org.libstation.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.Money;
import org.libstation.circulation.OfflineRules;
import org.libstation.fines.CalendarOwner;
import org.libstation.fines.Explained;
import org.libstation.fines.FineCounter;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.LoanPeriod;
import org.libstation.fines.LostItemFee;
import org.libstation.fines.Maximum;
import org.libstation.fines.OpeningCalendar;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.Profile;
import org.libstation.fines.SuspensionWindow;

/// All rules of one lending place, as one version.
///
/// @param zone in which its days begin and end
/// @param service how the lending place is called in the scope of suspension windows
/// @param classes by name; never empty
/// @param renewalsMaximum how often one loan may be renewed
/// @param estimateClass the class used to estimate a fine at the station, where the item's own is
///   not known
public record PolicyBundle(
    String version,
    ZoneId zone,
    Currency currency,
    String service,
    Map<String, LendingClass> classes,
    int renewalsMaximum,
    LendingClass estimateClass,
    OpeningCalendar calendar,
    List<SuspensionWindow> windows,
    OfflineRules offline,
    List<Notice> notices) {

  /// @throws IllegalArgumentException when there is no lending class
  public PolicyBundle {
    classes = Map.copyOf(classes);
    windows = List.copyOf(windows);
    notices = List.copyOf(notices);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("a policy has at least one lending class");
    }
  }

  /// No loan of this place is shorter: a due date before the hand-over plus this many days cannot
  /// belong to a loan that began after the hand-over.
  public int shortestLoanDays() {
    return classes.values().stream().mapToInt(LendingClass::loanDays).min().orElseThrow();
  }

  /// The due day of a loan or renewal that begins on this day.
  public LocalDate dueDay(LendingClass lendingClass, LocalDate today) {
    return calendar.nextOpenDay(today.plusDays(lendingClass.loanDays()));
  }

  /// Its rules for the class of estimates, as a family of rules without a calendar.
  public Profile profile() {
    FinePolicy fines = estimateClass.fines();
    Maximum maximum = fines.maximum();
    return new Profile(
        version,
        Optional.of(zone),
        Optional.of(currency),
        OptionalLong.of(fines.rate().minor()),
        maximum.amount().map(Money::minor).map(OptionalLong::of).orElseGet(OptionalLong::empty),
        fines.roundTo(),
        fines.counting(),
        maximum.itemPrice(),
        maximum.truncate(),
        false,
        LoanPeriod.days(estimateClass.loanDays(), LoanPeriod.Roll.NEXT_OPEN_DAY),
        CalendarOwner.LENDING_PLACE,
        new LostItemFee(0, Optional.empty(), true),
        false);
  }

  public FineCounter fineCounter() {
    return new FineCounter(calendar, windows);
  }

  /// What a return on this day would cost as far as this station knows, with every day and its
  /// reason; marked as an estimate.
  public Explained estimate(LocalDate due, LocalDate returned) {
    return estimate(estimateClass, due, returned);
  }

  /// The same for an item of one lending class.
  public Explained estimate(LendingClass lendingClass, LocalDate due, LocalDate returned) {
    return fineCounter()
        .explain(
            lendingClass.fines(),
            OverdueLoan.ofDays(due, returned, zone, lent(lendingClass), true));
  }

  /// What suspension windows know of an item of this class, lent here.
  public OverdueLoan.Lent lent(LendingClass lendingClass) {
    return new OverdueLoan.Lent(service, lendingClass.name());
  }
}
