package org.libstation.tools.cases;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.libstation.circulation.Money;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.EffectiveReturn;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.OpenHours;
import org.libstation.fines.OpeningCalendar;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.Profile;
import org.libstation.fines.Reader;

/// Makes a fine case from the cells of a row. A filled cell overrides the value of the profile.
final class CaseReader {
  /// Version name of the calendar: the row itself lists the closed days and the suspension windows.
  private static final String CALENDAR = "row";

  /// Opening time of a row without opening hours. A drop emptied until then counts as emptied at
  /// opening time.
  private static final LocalTime USUAL_OPENING = LocalTime.of(9, 0);

  private static final String PROFILES =
      Profile.ALL.stream().map(Profile::name).collect(Collectors.joining(", "))
          + ", or --policy for all rows without one";

  private static final String MOMENT = "a date, or a date and time like 2024-05-16T23:30";
  private static final long MOST_PRICE_MINOR = 1_000_000_000_000L;
  private static final int MOST_ITEMS = 100;

  private final Cells cells;
  private final Profile profile;

  private CaseReader(Cells cells, Profile profile) {
    this.cells = cells;
    this.profile = profile;
  }

  /// Reads a case. If it cannot be read, returns empty, and `cells` has the faults.
  ///
  /// @param otherwise profile of a row that names none
  static Optional<FineCase> read(Cells cells, Optional<Profile> otherwise) {
    Optional<Profile> profile = cells.needed("profile", PROFILES, Profile::named, otherwise);
    Optional<FineCase> made =
        profile.flatMap(rules -> new CaseReader(cells, byReader(cells, rules)).read());
    return cells.faults().isEmpty() ? made : Optional.empty();
  }

  /// Selects the profile's rules for the patron class and media type of the row. An empty cell
  /// means no class or no type.
  private static Profile byReader(Cells cells, Profile profile) {
    Optional<String> patronClass =
        cells.value(
            "patron_class",
            profile.patronClasses().isEmpty()
                ? "nothing, as " + profile.name() + " knows no patron classes"
                : profile.patronClasses().stream().sorted().collect(Collectors.joining(", ")),
            text -> Optional.of(text).filter(profile.patronClasses()::contains));
    Optional<String> media =
        cells.value(
            "media",
            "a media type like 001",
            text -> Optional.of(text).filter(type -> type.matches("\\d{3}")));
    return profile.of(
        new Reader(
            Optional.of(patronClass.orElse("")),
            cells.text("fine_calendar"),
            Optional.of(media.orElse(""))));
  }

  private Optional<FineCase> read() {
    Optional<ZoneId> zone =
        cells.needed("zone", "a zone like Asia/Hong_Kong", CaseValues::zone, profile.zone());
    Optional<Currency> currency =
        cells.needed("currency", "a currency like HKD", CaseValues::currency, profile.currency());
    FineCase.Charged kind =
        cells
            .value(
                "kind", "overdue, not-back, lost or lost-without-overdue", FineCase.Charged::named)
            .orElse(FineCase.Charged.OVERDUE);
    if (zone.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    CaseRules rules = new CaseRules(cells, profile);
    FinePolicy policy = rules.policy(currency.get(), kind != FineCase.Charged.LOST_WITHOUT_OVERDUE);
    Optional<Money> price =
        cells
            .value(
                "item_price_minor",
                "a price in minor units",
                text -> CaseValues.number(text, 0, MOST_PRICE_MINOR))
            .map(minor -> new Money(minor, currency.get()));
    boolean lost = kind == FineCase.Charged.LOST || kind == FineCase.Charged.LOST_WITHOUT_OVERDUE;
    if (lost && !cells.isFilled("item_price_minor")) {
      cells.fault("item_price_minor", "the price of what was lost");
    }
    OpeningCalendar calendar = calendar();
    return Optional.of(new MomentReader(zone.get(), calendar))
        .flatMap(times -> times.loan(kind, price))
        .map(
            dated ->
                new FineCase(
                    kind,
                    policy,
                    calendar,
                    cells
                        .value(
                            "suspension_windows",
                            "windows like [2020-01-29,2020-07-20) or [2020-01-29,open), with"
                                + " semicolons, none ending before it begins",
                            CaseValues::windows)
                        .orElse(List.of()),
                    dated.loan(),
                    dated.derived(),
                    rules.lost(currency.get()),
                    cells
                        .value(
                            "amnesty_windows",
                            "windows with what is charged in them, like [2024-05-01,2024-06-01) 50,"
                                + " with semicolons",
                            CaseValues::amnesties)
                        .orElse(List.of()),
                    cells.text("account"),
                    cells.text("visit"),
                    rules.limits(currency.get())))
        .filter(this::isWhole);
  }

  /// Checks that cells which other cells require are filled: the price, the account and the visit.
  private boolean isWhole(FineCase one) {
    boolean byPrice = !one.isBack() || one.kind() == FineCase.Charged.OVERDUE;
    if (byPrice
        && one.loan().price().isEmpty()
        && one.counter().owesPrice(one.lost(), one.loan(), one.isBack())) {
      cells.fault("item_price_minor", "the price of what was lost");
    }
    if (one.limits().maximumOwed().isPresent() && one.account().isEmpty()) {
      cells.fault("account", "whose account it is, beside account_max_minor");
    }
    if (one.limits().maximumPerVisit().isPresent() && one.visit().isEmpty()) {
      cells.fault("visit", "the name of a visit, beside visit_max_minor");
    }
    return cells.faults().isEmpty();
  }

  private OpeningCalendar calendar() {
    Map<LocalDate, ClosedReason> closed = new HashMap<>();
    days("closed_days").forEach(day -> closed.put(day, ClosedReason.HOLIDAY));
    days("gale_days").forEach(day -> closed.putIfAbsent(day, ClosedReason.GALE));
    CaseValues.CaseHours hours =
        cells
            .value(
                "open_hours",
                "hours like 09:00-20:00, or 2024-05-16 09:00-13:00, with semicolons",
                CaseValues::openHours)
            .orElse(CaseValues.CaseHours.NONE);
    return new OpeningCalendar(CALENDAR, Set.of(), closed, Set.of(), hours.week(), hours.days());
  }

  private List<LocalDate> days(String column) {
    return cells
        .value(column, "dates like 2019-12-25, with semicolons", CaseValues::dates)
        .orElse(List.of());
  }

  private record Dated(OverdueLoan loan, Optional<EffectiveReturn> derived) {}

  /// Reads the dates and times of a row.
  private final class MomentReader {
    private final ZoneId zone;
    private final OpeningCalendar calendar;
    private final LocalTime dayEnds = profile.lending().period().dayEnds();

    MomentReader(ZoneId zone, OpeningCalendar calendar) {
      this.zone = zone;
      this.calendar = calendar;
    }

    Optional<Dated> loan(FineCase.Charged kind, Optional<Money> price) {
      int items =
          cells
              .value(
                  "items",
                  "a number from 1 to " + MOST_ITEMS,
                  text -> CaseValues.number(text, 1, MOST_ITEMS))
              .map(Long::intValue)
              .orElse(1);
      OverdueLoan.LoanScope lent = new OverdueLoan.LoanScope(cells.text("fine_calendar"), "");
      if (kind == FineCase.Charged.LOST_WITHOUT_OVERDUE) {
        ZonedDateTime never = LocalDate.EPOCH.atTime(dayEnds).atZone(zone);
        return Optional.of(
            new Dated(
                OverdueLoan.of(never, List.of(), never, lent).items(items, price),
                Optional.empty()));
      }
      Optional<ZonedDateTime> due = due("due_at", "loan_at");
      Optional<List<OverdueLoan.LoanRenewal>> renewals = renewals();
      Optional<ZonedDateTime> given = moment("effective_return_at", LocalTime.MIDNIGHT);
      Optional<EffectiveReturn> derived =
          cells.isFilled("effective_return_at") || due.isEmpty()
              ? Optional.empty()
              : derive(due.get());
      Optional<ZonedDateTime> returned = given.or(() -> derived.map(EffectiveReturn::effective));
      if (due.isEmpty() || renewals.isEmpty() || returned.isEmpty()) {
        return Optional.empty();
      }
      boolean recalled = cells.value("recalled", "yes or no", CaseValues::yesOrNo).orElse(false);
      return Optional.of(
          new Dated(
              OverdueLoan.of(due.get(), renewals.get(), returned.get(), lent)
                  .items(items, price)
                  .recalled(recalled),
              derived));
    }

    private Optional<ZonedDateTime> moment(String column, LocalTime clock) {
      return cells.value(column, MOMENT, text -> CaseValues.moment(text, zone, clock));
    }

    /// Reads a due date; if its cell is empty, calculates it by the profile from the beginning of
    /// the loan.
    private Optional<ZonedDateTime> due(String column, String begun) {
      if (cells.isFilled(column)) {
        return moment(column, dayEnds);
      }
      if (!cells.isFilled(begun)) {
        cells.fault(column, MOMENT + ", or " + begun);
        return Optional.empty();
      }
      return moment(begun, LocalTime.MIDNIGHT)
          .map(from -> profile.lending().period().due(from, calendar));
    }

    private Optional<List<OverdueLoan.LoanRenewal>> renewals() {
      if (!cells.isFilled("renewed_at") && !cells.isFilled("renewed_due_at")) {
        return Optional.of(List.of());
      }
      if (!cells.isFilled("renewed_at")) {
        cells.fault("renewed_at", MOMENT + " beside renewed_due_at");
        return Optional.empty();
      }
      Optional<ZonedDateTime> on = moment("renewed_at", LocalTime.MIDNIGHT);
      Optional<ZonedDateTime> newDue = due("renewed_due_at", "renewed_at");
      return on.flatMap(at -> newDue.map(due -> List.of(new OverdueLoan.LoanRenewal(at, due))));
    }

    private Optional<EffectiveReturn> derive(ZonedDateTime due) {
      Optional<EffectiveReturn.EffectiveReturnRule> said =
          cells.value(
              "effective_return_rule",
              "event time, scan time, last open day before the emptying, one open day back,"
                  + " scheduled-run, backdate or free days = N",
              CaseValues::returnRule);
      if (said.isEmpty() && cells.isFilled("effective_return_rule")) {
        return Optional.empty();
      }
      EffectiveReturn.EffectiveReturnRule rule =
          said.orElse(
              cells.isFilled("processed_at")
                  ? EffectiveReturn.EffectiveReturnRule.SCAN_TIME
                  : EffectiveReturn.EffectiveReturnRule.EVENT_TIME);
      // words like "overnight" are no time, and only matter where a time is needed
      Optional<ZonedDateTime> handedOver =
          CaseValues.moment(cells.text("physical_return_at"), zone, LocalTime.MIDNIGHT);
      Optional<ZonedDateTime> scanned = moment("processed_at", LocalTime.MIDNIGHT);
      boolean event =
          rule == EffectiveReturn.EffectiveReturnRule.EVENT_TIME
              || rule == EffectiveReturn.EffectiveReturnRule.BACKDATED;
      if ((event || !cells.isFilled("processed_at")) && handedOver.isEmpty()) {
        cells.fault("physical_return_at", MOMENT + ", as effective_return_at is empty");
        return Optional.empty();
      }
      return scanned
          .or(() -> cells.isFilled("processed_at") ? Optional.empty() : handedOver)
          .map(processed -> effective(rule, handedOver, processed, due));
    }

    private EffectiveReturn effective(
        EffectiveReturn.EffectiveReturnRule rule,
        Optional<ZonedDateTime> handedOver,
        ZonedDateTime processed,
        ZonedDateTime due) {
      if (rule == EffectiveReturn.EffectiveReturnRule.BACKDATED
          && profile.lending().backdateTakesDueTime()) {
        return EffectiveReturn.backdated(handedOver.orElseThrow().toLocalDate(), due, processed);
      }
      LocalTime opening =
          calendar.hoursOn(processed.toLocalDate()).map(OpenHours::opens).orElse(USUAL_OPENING);
      return EffectiveReturn.of(rule, handedOver, processed, calendar, opening);
    }
  }
}
