package org.libstation.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.Money;
import org.libstation.circulation.OfflineRules;
import org.libstation.fines.Explained;
import org.libstation.fines.FineCounter;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.Maximum;
import org.libstation.fines.OpeningCalendar;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.Profile;
import org.libstation.policy.Window.Say;

/// All rules of one lending place as they were known at one moment.
///
/// @param version of the policy, with the last announcement when more were to come
/// @param zone in which the place's days begin and end
/// @param classes lending classes by name
/// @param estimateClass the class used to estimate a fine at the station, where the item's own is
///   not known
/// @param windows in force: those whose place another took are not among them
/// @param notices not superseded
/// @param activities announced, whether to come or over
/// @param patrons patron classes by name
/// @param fineCounter by this calendar and these windows
public record PlaceRules(
    String version,
    ZoneId zone,
    Currency currency,
    ServicePoint place,
    Map<String, LendingClass> classes,
    LendingClass estimateClass,
    OpeningCalendar calendar,
    List<Window> windows,
    OfflineRules offline,
    List<Notice> notices,
    List<Activity> activities,
    Map<String, PatronClass> patrons,
    FineCounter fineCounter) {
  public PlaceRules {
    classes = Map.copyOf(classes);
    windows = List.copyOf(windows);
    notices = List.copyOf(notices);
    activities = List.copyOf(activities);
    patrons = Map.copyOf(patrons);
  }

  /// No loan of this place is shorter: a due date before the hand-over plus this many days cannot
  /// belong to a loan that began after the hand-over.
  public int shortestLoanDays() {
    return classes.values().stream().mapToInt(LendingClass::loanDays).min().orElseThrow();
  }

  /// The due moment of a loan or renewal that begins now.
  ///
  /// @param begins in the place's zone
  public ZonedDateTime due(LendingClass lendingClass, ZonedDateTime begins) {
    return lendingClass.period().due(begins, calendar);
  }

  /// How often a loan of this class may be renewed on this day.
  public int renewals(LendingClass lendingClass, LocalDate day) {
    int more =
        windows.stream()
            .filter(window -> window.holds(day) && window.covers(place.id(), lendingClass.name()))
            .mapToInt(window -> window.effects().renewalsMore())
            .max()
            .orElse(0);
    return lendingClass.renewals() + more;
  }

  /// How many days longer a reserved item waits that is put onto its shelf on this day.
  public int pickUpDaysMore(LocalDate day) {
    return windows.stream()
        .filter(window -> window.holds(day))
        .filter(window -> window.places().isEmpty() || window.places().contains(place.id()))
        .mapToInt(window -> window.effects().pickUpDaysMore())
        .max()
        .orElse(0);
  }

  /// The suspension of fines that holds on this day for every loan of this place; empty when fines
  /// count. Windows for some lending classes only say nothing here.
  public Optional<Suspension> suspension(LocalDate day) {
    List<Window> stopping =
        windows.stream()
            .filter(window -> window.effects().fines() == Say.STOPPED)
            .filter(window -> window.classes().isEmpty())
            .filter(window -> window.places().isEmpty() || window.places().contains(place.id()))
            .toList();
    if (stopping.stream().noneMatch(window -> window.holds(day))) {
      return Optional.empty();
    }
    LocalDate restart = day;
    Optional<LocalDate> later = Optional.of(day);
    while (later.isPresent()) {
      LocalDate on = later.get();
      List<Window> holding = stopping.stream().filter(window -> window.holds(on)).toList();
      if (holding.isEmpty()) {
        return Optional.of(new Suspension(Optional.of(restart)));
      }
      later =
          holding.stream().anyMatch(window -> window.to().isEmpty())
              ? Optional.empty()
              : holding.stream().map(window -> window.to().orElseThrow()).max(LocalDate::compareTo);
      restart = later.orElse(restart);
    }
    return Optional.of(new Suspension(Optional.empty()));
  }

  /// @param restart the first day on which fines count again; empty when nobody has said
  public record Suspension(Optional<LocalDate> restart) {}

  /// Whether, on this day, nobody is kept from borrowing for what is overdue or owed.
  public boolean blocksStopped(LocalDate day) {
    return windows.stream()
        .anyMatch(
            window ->
                window.holds(day)
                    && window.effects().blocks() == Say.STOPPED
                    && (window.places().isEmpty() || window.places().contains(place.id())));
  }

  /// The rules of the class of estimates, as a family of rules without a calendar.
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
        estimateClass.period(),
        estimateClass.calendarOwner(),
        estimateClass.lost(),
        estimateClass.backdate().takesDueTime());
  }

  /// What a return on this day would cost as far as this station knows, with every day and its
  /// reason; marked as an estimate.
  public Explained estimate(LocalDate due, LocalDate returned) {
    return estimate(estimateClass, due, returned);
  }

  /// The same for an item of one lending class.
  public Explained estimate(LendingClass lendingClass, LocalDate due, LocalDate returned) {
    return fineCounter.explain(
        lendingClass.fines(), OverdueLoan.ofDays(due, returned, zone, lent(lendingClass), true));
  }

  /// What suspension windows know of an item of this class, lent here.
  public OverdueLoan.Lent lent(LendingClass lendingClass) {
    return new OverdueLoan.Lent(place.id(), lendingClass.name());
  }
}
