package org.libstation.tools.cases;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.circulation.Money;
import org.libstation.fines.Amnesty;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.CountingRule;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.Grace;
import org.libstation.fines.OpenHours;
import org.libstation.fines.OpeningCalendar;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.Profile;
import org.libstation.fines.SuspensionWindow;

/// Writes a loan with all its rules as the cells of one row. [CaseTable] counts the same fine from
/// that row, so a fine can be counted again from a file.
///
/// The row names every rule, even those that a profile would give. Of the calendar it has the days
/// between due date and return. It has no suspension of borrowing, because the fine that was told
/// is a sum of money.
public final class CaseRow {
  private static final int WHOLE = 100;
  private static final long DAY_SECONDS = 86_400;
  private static final String ALL_DAY = "00:00-24:00";

  private final FinePolicy policy;
  private final OpeningCalendar calendar;
  private final List<SuspensionWindow> windows;
  private final OverdueLoan loan;

  private CaseRow(
      FinePolicy policy,
      OpeningCalendar calendar,
      List<SuspensionWindow> windows,
      OverdueLoan loan) {
    this.policy = policy.forLoan(loan);
    this.calendar = calendar;
    this.windows = windows;
    this.loan = loan;
  }

  /// Returns the cells by column name, always in the same order.
  ///
  /// @param windows all announced windows; those superseded by another are ignored
  /// @throws IllegalArgumentException for a loan that was renewed or forgiven at check-in, because
  ///   a row has no cells for that
  public static Map<String, String> of(
      FinePolicy policy,
      OpeningCalendar calendar,
      List<SuspensionWindow> windows,
      List<Amnesty> amnesties,
      OverdueLoan loan) {
    if (!loan.renewals().isEmpty() || loan.amnesty()) {
      throw new IllegalArgumentException("a row holds one loan without renewals or amnesty");
    }
    Map<String, String> cells = new CaseRow(policy, calendar, windows, loan).cells();
    int percent = Amnesty.percent(amnesties, loan);
    LocalDate end = loan.ends().toLocalDate();
    cells.put(
        "amnesty_windows",
        percent == WHOLE ? "" : "[%s,%s) %d".formatted(end, end.plusDays(1), percent));
    return cells;
  }

  private Map<String, String> cells() {
    CountingRule rule = policy.counting();
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("profile", Profile.HKPL.name());
    cells.put("zone", loan.due().getZone().getId());
    cells.put("currency", policy.rate().currency().getCurrencyCode());
    cells.put("due_at", loan.due().toOffsetDateTime().toString());
    cells.put("effective_return_at", loan.ends().toOffsetDateTime().toString());
    cells.put("fine_calendar", loan.lent().service());
    cells.put("items", Integer.toString(loan.items()));
    cells.put("counts", word(rule.line()));
    cells.put("closed_days", days(this::isClosed));
    cells.put("gale_days", days(this::isGale));
    cells.put("suspension_windows", windowsHere());
    cells.put("open_hours", hours());
    cells.put("unit", word(rule.interval().unit()));
    cells.put("charge_interval", Integer.toString(rule.interval().every()));
    cells.put("rate_minor", Long.toString(policy.rate().minor()));
    cells.put("charge_at", word(rule.chargeAt()));
    cells.put("count_closed", yes(rule.closedCounts()));
    cells.put("count_gale", yes(!rule.galeFree()));
    cells.put("free_days", Integer.toString(rule.freeDays()));
    grace(cells, rule.grace());
    cells.put("max_fine_minor", maximum());
    cells.put("max_truncate", yes(policy.maximum().truncate()));
    cells.put("rounding_minor", Integer.toString(policy.roundTo()));
    cells.put("stages", policy.stages().isEmpty() ? "none" : StageCells.text(policy.stages()));
    cells.put("forgiven_below_minor", Long.toString(policy.forgivenBelow()));
    return cells;
  }

  private static void grace(Map<String, String> cells, Grace grace) {
    boolean none = grace.length() == 0;
    cells.put("grace", none ? "0" : grace.length() + " " + word(grace.unit()) + "s");
    cells.put("grace_rule", none ? "" : word(grace.mode()));
    cells.put("grace_extension", none ? "" : word(grace.extension()));
    cells.put("grace_trailing", none ? "" : yes(grace.trailingClosed()));
  }

  /// The lowest of all limits, in minor units, including the price of the item; empty text if there
  /// is no limit.
  private String maximum() {
    Optional<Money> amount = policy.maximum().amount();
    boolean byPrice = policy.maximum().itemPrice() || policy.maximum().percentOfPrice().isPresent();
    return amount.isEmpty() && (!byPrice || loan.price().isEmpty())
        ? ""
        : Long.toString(policy.maximum().limit(loan.price()));
  }

  /// The days that can affect the fine, including those of an interval that began before the
  /// return.
  private Stream<LocalDate> span() {
    LocalDate due = loan.due().toLocalDate();
    long after = policy.counting().interval().seconds() / DAY_SECONDS + 2;
    LocalDate end = loan.ends().toLocalDate().plusDays(after);
    return end.isBefore(due) ? Stream.empty() : due.datesUntil(end);
  }

  private boolean isGale(LocalDate day) {
    return calendar.closed().get(day) == ClosedReason.GALE;
  }

  /// Whether the place is closed on this day for a reason other than a gale.
  private boolean isClosed(LocalDate day) {
    boolean weekday =
        calendar.weekly().contains(day.getDayOfWeek()) && !calendar.openDespite().contains(day);
    return weekday || (calendar.closed().containsKey(day) && !isGale(day));
  }

  private String days(Predicate<LocalDate> which) {
    return span().filter(which).map(LocalDate::toString).collect(Collectors.joining(";"));
  }

  private String windowsHere() {
    return SuspensionWindow.inForce(windows).stream()
        .filter(window -> window.covers(loan.lent()))
        .map(CaseRow::window)
        .collect(Collectors.joining(";"));
  }

  private static String window(SuspensionWindow window) {
    return "[" + window.from() + "," + window.to().map(LocalDate::toString).orElse("open") + ")";
  }

  /// The opening hours of each open day, if the rules count opening minutes; otherwise empty text.
  private String hours() {
    CountingRule rule = policy.counting();
    if (rule.line() != CountingRule.CountedUnit.MINUTES || rule.closedCounts()) {
      return "";
    }
    List<String> told = new ArrayList<>();
    boolean any = !calendar.hours().isEmpty() || !calendar.partDays().isEmpty();
    if (any) {
      span()
          .filter(day -> !isClosed(day))
          .forEach(
              day ->
                  told.add(day + " " + calendar.hoursOn(day).map(CaseRow::hours).orElse(ALL_DAY)));
    }
    return String.join(";", told);
  }

  private static String hours(OpenHours hours) {
    return hours.opens()
        + "-"
        + (hours.closes().equals(LocalTime.MIDNIGHT) ? "24:00" : hours.closes());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String yes(boolean yes) {
    return yes ? "yes" : "no";
  }
}
