package org.libstation.policy;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.Money;
import org.libstation.circulation.OfflineRules;
import org.libstation.fines.Amnesty;
import org.libstation.fines.EffectiveReturn;
import org.libstation.fines.Explained;
import org.libstation.fines.FineCounter;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.LoanCost;
import org.libstation.fines.LostItemFee;
import org.libstation.fines.OpeningCalendar;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.Profile;
import org.libstation.fines.Reader;
import org.libstation.fines.ReaderFine;
import org.libstation.fines.SuspensionDays;
import org.libstation.fines.SuspensionWindow;
import org.libstation.policy.Window.WindowRuling;

/// All rules of one lending place, as they were known at one moment.
///
/// @param version of the policy; with the moment of the last announcement if more were to come
/// @param zone in which the place's days begin and end
/// @param classes lending classes by name
/// @param estimateClass class for estimating a fine at the station if the item's own is not known
/// @param windows in force, without superseded ones
/// @param notices without superseded ones
/// @param activities announced, whether to come or over
/// @param patrons patron classes by name, in the order of the document
/// @param fineCounter counts by this calendar and these windows
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
    patrons = Collections.unmodifiableMap(new LinkedHashMap<>(patrons));
  }

  /// The due moment of a loan or renewal that begins now.
  ///
  /// @param begins in the place's zone
  public ZonedDateTime due(LendingClass lendingClass, ZonedDateTime begins) {
    return lendingClass.period().due(begins, calendar);
  }

  /// The moment at which a return counts, by this place's own rule.
  ///
  /// @param handedOver when the station saw it, which is also the scan; in the place's zone
  public EffectiveReturn effective(ZonedDateTime handedOver) {
    return EffectiveReturn.of(
        place.returns(), Optional.of(handedOver), handedOver, calendar, place.openingRun());
  }

  /// How often a loan of this class may be renewed, on this day.
  public int renewals(LendingClass lendingClass, LocalDate day) {
    int more =
        windows.stream()
            .filter(window -> window.holds(day) && window.covers(place.id(), lendingClass.name()))
            .mapToInt(window -> window.effects().renewalsMore())
            .max()
            .orElse(0);
    return lendingClass.renewals() + more;
  }

  /// How many extra days a reserved item waits for pick-up if it is put onto its shelf on this day.
  public int pickUpDaysMore(LocalDate day) {
    return windows.stream()
        .filter(window -> window.holds(day))
        .filter(window -> window.places().isEmpty() || window.places().contains(place.id()))
        .mapToInt(window -> window.effects().pickUpDaysMore())
        .max()
        .orElse(0);
  }

  /// The windows in force that stop fines.
  public List<SuspensionWindow> suspensions() {
    return Window.suspensions(windows);
  }

  /// The windows in force in which a return costs less.
  public List<Amnesty> amnesties() {
    return Window.amnesties(windows);
  }

  /// The suspension of fines that holds on this day for every loan of this place; empty if fines
  /// count. Windows for only some lending classes are ignored.
  public Optional<FineSuspension> suspension(LocalDate day) {
    List<Window> stopping =
        windows.stream()
            .filter(window -> window.effects().fines() == WindowRuling.STOPPED)
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
        return Optional.of(new FineSuspension(Optional.of(restart)));
      }
      later =
          holding.stream().anyMatch(window -> window.to().isEmpty())
              ? Optional.empty()
              : holding.stream().map(window -> window.to().orElseThrow()).max(LocalDate::compareTo);
      restart = later.orElse(restart);
    }
    return Optional.of(new FineSuspension(Optional.empty()));
  }

  /// A suspension of all fines.
  ///
  /// @param restart the first day on which fines count again; empty if it is not known yet
  public record FineSuspension(Optional<LocalDate> restart) {}

  /// Whether, on this day, overdue items and debts block no patron from borrowing.
  public boolean blocksStopped(LocalDate day) {
    return windows.stream()
        .anyMatch(
            window -> holdsHere(window, day) && window.effects().blocks() == WindowRuling.STOPPED);
  }

  /// Whether, on this day, no reminders and warnings are sent. Windows for only some lending
  /// classes are ignored.
  public boolean noticesStopped(LocalDate day) {
    return windows.stream()
        .filter(window -> window.classes().isEmpty())
        .anyMatch(
            window -> holdsHere(window, day) && window.effects().notices() == WindowRuling.STOPPED);
  }

  private boolean holdsHere(Window window, LocalDate day) {
    return window.holds(day) && (window.places().isEmpty() || window.places().contains(place.id()));
  }

  /// The rules of the estimate class as a profile, which has no calendar.
  public Profile profile() {
    FinePolicy fines = estimateClass.fines();
    return new Profile(
        version,
        Optional.of(zone),
        Optional.of(currency),
        Profile.FineTerms.of(fines),
        Profile.Limits.of(fines.maximum(), false),
        new Profile.LoanTerms(
            estimateClass.period(),
            estimateClass.calendarOwner(),
            estimateClass.lost(),
            estimateClass.backdate().takesDueTime()),
        estimateClass.readers(),
        patrons.keySet());
  }

  /// Estimates the fine of a return on this day, for an item of one lending class. The result has
  /// every day with its reason, and is marked as an estimate.
  public Explained estimate(LendingClass lendingClass, LocalDate due, LocalDate returned) {
    return estimate(Candidate.usual(lendingClass), due, returned);
  }

  /// Estimates the fine for one reader. If the deciding facts are not all known, the highest
  /// possible fine is given. The limits of a visit or an account lower it; what they already owe is
  /// not known here.
  public Guess estimate(Reader reader, LocalDate due, LocalDate returned) {
    OverdueLoan loan = loan(Candidate.usual(estimateClass), due, returned);
    Optional<Money> limit = most(reader.patronClass());
    List<Explained> all =
        ReaderFine.possible(estimateClass.fines(), estimateClass.readers(), reader).stream()
            .map(
                fines ->
                    limit
                        .map(most -> fineCounter.explain(fines, loan, most))
                        .orElseGet(() -> fineCounter.explain(fines, loan)))
            .toList();
    Comparator<Explained> bySum =
        Comparator.<Explained>comparingLong(one -> one.assessment().amount().minor())
            .thenComparing(
                one -> one.assessment().suspension().map(SuspensionDays::days).orElse(0L));
    Explained most = Collections.max(all, bySum);
    boolean shared =
        !most.assessment().letters().isZero()
            || (limit.isPresent() && !most.assessment().amount().isZero());
    return new Guess(most, shared || bySum.compare(Collections.min(all, bySum), most) != 0);
  }

  /// The highest limit of a visit or an account that may hold; empty if there may be no limit.
  private Optional<Money> most(Optional<String> patronClass) {
    List<Optional<Money>> possible =
        patronClass
            .map(id -> Stream.of(patrons.getOrDefault(id, PatronClass.UNLIMITED)))
            .orElseGet(() -> patrons.values().stream())
            .map(one -> one.limits().most())
            .toList();
    return possible.stream().allMatch(Optional::isPresent)
        ? possible.stream().flatMap(Optional::stream).max(Comparator.comparingLong(Money::minor))
        : Optional.empty();
  }

  /// An estimate of a fine.
  ///
  /// @param atMost the real fine may be lower: other rules may hold, or the account's other items
  ///   share a letter or have used part of its limit
  public record Guess(Explained explained, boolean atMost) {}

  /// The rules that may hold for an item whose class is not known. The estimate class comes first,
  /// then the others by name. Each is listed for every reader, then for some readers. All are then
  /// repeated for a recalled loan. If letters cost money, each is also listed without them.
  public Stream<Candidate> candidates() {
    List<LendingClass> all =
        Stream.concat(
                Stream.of(estimateClass),
                classes.values().stream()
                    .sorted(Comparator.comparing(LendingClass::name))
                    .filter(other -> !other.name().equals(estimateClass.name())))
            .toList();
    return Stream.of(false, true)
        .flatMap(
            recalled ->
                all.stream()
                    .flatMap(one -> candidates(one, recalled))
                    .filter(one -> !recalled || one.fines().recall().isPresent())
                    .flatMap(Candidate::orShared));
  }

  /// The candidates of the estimate class, without recalls.
  public Stream<Candidate> estimates() {
    return candidates(estimateClass, false);
  }

  private Stream<Candidate> candidates(LendingClass one, boolean recalled) {
    return Stream.concat(
        Stream.of(new Candidate(one, Optional.empty(), recalled, false)),
        one.readers().stream()
            .filter(other -> other.isOf(place.id()))
            .map(other -> new Candidate(one, Optional.of(other), recalled, false)));
  }

  /// Rules that may hold for a loan.
  ///
  /// @param reader empty for the fines of every reader
  /// @param shared whether other items of the account bear the cost of letters
  /// @param recalled as for a loan whose due date a recall moved
  @RecordBuilder
  public record Candidate(
      LendingClass lendingClass, Optional<ReaderFine> reader, boolean recalled, boolean shared)
      implements PlaceRulesCandidateBuilder.With {
    static Candidate usual(LendingClass lendingClass) {
      return new Candidate(lendingClass, Optional.empty(), false, false);
    }

    public FinePolicy fines() {
      FinePolicy own = reader.map(ReaderFine::fines).orElse(lendingClass.fines());
      return shared ? own.withoutLetters() : own;
    }

    private Stream<Candidate> orShared() {
      return fines().hasLetters() ? Stream.of(this, withShared(true)) : Stream.of(this);
    }
  }

  /// Estimates the fine of a return by these rules.
  public Explained estimate(Candidate by, LocalDate due, LocalDate returned) {
    return fineCounter.explain(by.fines(), loan(by, due, returned));
  }

  /// The loan as [#estimate] counts it.
  public OverdueLoan loan(Candidate by, LocalDate due, LocalDate returned) {
    return fineCounter.upToLoss(by.lendingClass().lost(), whole(by, due, returned), true);
  }

  private OverdueLoan whole(Candidate by, LocalDate due, LocalDate returned) {
    return OverdueLoan.ofDays(due, returned, zone, lent(by.lendingClass()), true)
        .recalled(by.recalled());
  }

  /// The whole cost of a return, with the part of a loss fee that is not refunded. Empty if it
  /// includes the item's price, which is not known here.
  public Optional<LoanCost> cost(Candidate by, LocalDate due, LocalDate returned) {
    OverdueLoan loan = whole(by, due, returned);
    LostItemFee lost = by.lendingClass().lost();
    return fineCounter.owesPrice(lost, loan, true)
        ? Optional.empty()
        : Optional.of(fineCounter.cost(by.fines(), lost, loan, true));
  }

  /// Whether an item of the estimate class, returned on this day, had counted as lost. Part of its
  /// price then stays owed, and that part is not known here.
  public boolean owesPrice(LocalDate due, LocalDate returned) {
    return fineCounter.owesPrice(
        estimateClass.lost(),
        OverdueLoan.ofDays(due, returned, zone, lent(estimateClass), true),
        true);
  }

  /// What suspension windows need to know of an item of this class, lent here.
  public OverdueLoan.LoanScope lent(LendingClass lendingClass) {
    return new OverdueLoan.LoanScope(place.id(), lendingClass.name());
  }
}
