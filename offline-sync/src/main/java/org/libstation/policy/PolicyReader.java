package org.libstation.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.libstation.circulation.Money;
import org.libstation.circulation.OfflineRules;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.CountingRule;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.OpeningCalendar;
import org.libstation.fines.SuspensionWindow;

/// Reads policy files (`config/policy/*.policy`). The format is told by the example,
/// `hkpl-example.policy`. Strict: an unknown key, a key that stands twice or a value that cannot be
/// read makes the whole file faulty, and every fault is told at once.
public final class PolicyReader {
  private static final List<String> LANGUAGES = List.of("zh-Hant-HK", "zh-Hans", "en");
  private static final String DATES = "dates like 2026-12-25";

  private final PolicyLines lines;

  private PolicyReader(PolicyLines lines) {
    this.lines = lines;
  }

  /// Reads a file in UTF-8.
  ///
  /// @throws IOException when it cannot be read at all
  public static PolicyReading read(Path file) throws IOException {
    Path name = file.getFileName();
    return parse(name == null ? file.toString() : name.toString(), Files.readString(file));
  }

  /// @param file named in faults
  public static PolicyReading parse(String file, String text) {
    PolicyLines lines = new PolicyLines(file, text);
    Optional<PolicyBundle> bundle = new PolicyReader(lines).bundle();
    List<PolicyReading.Fault> faults = lines.faults();
    if (bundle.isPresent() && faults.isEmpty()) {
      return new PolicyReading.Good(bundle.get());
    }
    return new PolicyReading.Faulty(faults);
  }

  private Optional<PolicyBundle> bundle() {
    Optional<String> version =
        lines.required("version", "a name without spaces", PolicyValues::word);
    Optional<ZoneId> zone =
        lines.required("zone", "a zone like Asia/Hong_Kong", PolicyValues::zone);
    Optional<Currency> currency =
        lines.required("currency", "a currency code like HKD", PolicyValues::currency);
    Optional<String> service =
        lines.required("service", "the name of the lending place", Optional::of);
    Optional<Integer> renewals =
        lines.required(
            "renewals.maximum", "a number from 0 to 99", text -> PolicyValues.number(text, 0, 99));
    Map<String, LendingClass> classes =
        classes(version.orElse(""), currency.orElse(Currency.getInstance("XXX")));
    Optional<LendingClass> estimate = classNamed("estimate.class", classes);
    Optional<OpeningCalendar> calendar = calendar();
    List<SuspensionWindow> windows =
        lines.names("suspension").stream().flatMap(id -> window(id).stream()).toList();
    List<Notice> notices =
        lines.names("notice").stream().flatMap(id -> notice(id).stream()).toList();
    Optional<OfflineRules> offline = offline(classes, calendar);
    if (version.isEmpty()
        || zone.isEmpty()
        || currency.isEmpty()
        || service.isEmpty()
        || renewals.isEmpty()
        || estimate.isEmpty()
        || calendar.isEmpty()
        || offline.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PolicyBundle(
            version.get(),
            zone.get(),
            currency.get(),
            service.get(),
            classes,
            renewals.get(),
            estimate.get(),
            calendar.get(),
            windows,
            offline.get(),
            notices));
  }

  private Map<String, LendingClass> classes(String version, Currency currency) {
    Optional<CountingRule.OnRenewal> onRenewal =
        lines.required(
            "renewals.fine",
            "kept or forgiven",
            text -> PolicyValues.name(CountingRule.OnRenewal.class, text));
    Map<String, LendingClass> classes = new HashMap<>();
    for (String name : lines.names("class")) {
      String key = "class." + name;
      Optional<Integer> days =
          lines.required(
              key + ".loan-days",
              "a number from 1 to 366",
              text -> PolicyValues.number(text, 1, 366));
      Optional<Money> rate =
          lines.required(
              key + ".fine-per-day",
              "an amount like 1.50, with no more decimals than the currency has",
              text -> PolicyValues.money(text, currency));
      Optional<PolicyLines.Choice<Money>> maximum =
          lines.requiredOr(
              "none",
              key + ".fine-maximum",
              "an amount like 30.00",
              text -> PolicyValues.money(text, currency));
      if (days.isPresent() && rate.isPresent() && maximum.isPresent() && onRenewal.isPresent()) {
        FinePolicy fines =
            FinePolicy.perDay(version, rate.get(), maximum.get().value(), onRenewal.get());
        classes.put(name, new LendingClass(name, days.get(), fines));
      }
    }
    return classes;
  }

  private Optional<LendingClass> classNamed(String key, Map<String, LendingClass> classes) {
    return lines.required(
        key,
        "the name of a class that has class.NAME lines without fault",
        text -> Optional.ofNullable(classes.get(text)));
  }

  private Optional<OpeningCalendar> calendar() {
    Optional<String> version =
        lines.required("calendar.version", "a name without spaces", PolicyValues::word);
    Optional<List<DayOfWeek>> weekly =
        lines.requiredList(
            "calendar.closed-weekly",
            "weekdays like sunday",
            text -> PolicyValues.name(DayOfWeek.class, text));
    Map<LocalDate, ClosedReason> closed = new TreeMap<>();
    for (ClosedReason reason : ClosedReason.values()) {
      if (reason != ClosedReason.WEEKLY) {
        String key = "calendar.closed-" + reason.name().toLowerCase(Locale.ROOT);
        lines
            .requiredList(key, DATES, PolicyValues::date)
            .ifPresent(days -> days.forEach(day -> closed.putIfAbsent(day, reason)));
      }
    }
    Optional<List<LocalDate>> despite =
        lines.requiredList("calendar.open-despite", DATES, PolicyValues::date);
    if (version.isEmpty() || weekly.isEmpty() || despite.isEmpty()) {
      return Optional.empty();
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    days.addAll(weekly.get());
    if (days.size() == DayOfWeek.values().length) {
      lines.fault("calendar.closed-weekly", "at least one open weekday");
      return Optional.empty();
    }
    return Optional.of(
        new OpeningCalendar(version.get(), days, closed, new HashSet<>(despite.get())));
  }

  private Optional<SuspensionWindow> window(String id) {
    String key = "suspension." + id;
    Optional<LocalDate> from = lines.required(key + ".from", "a date", PolicyValues::date);
    Optional<PolicyLines.Choice<LocalDate>> to = end(key);
    Optional<Set<String>> services =
        lines.required(key + ".services", "names with commas, or all", PolicyValues::names);
    if (from.isEmpty() || to.isEmpty() || services.isEmpty() || !inOrder(key, from, to)) {
      return Optional.empty();
    }
    return Optional.of(new SuspensionWindow(id, from.get(), to.get().value(), services.get()));
  }

  private Optional<Notice> notice(String id) {
    String key = "notice." + id;
    Optional<LocalDate> from = lines.required(key + ".from", "a date", PolicyValues::date);
    Optional<PolicyLines.Choice<LocalDate>> to = end(key);
    Map<String, String> words = new HashMap<>();
    for (String language : LANGUAGES) {
      lines
          .required(key + "." + language, "the notice in this language", Optional::of)
          .ifPresent(text -> words.put(language, text));
    }
    if (from.isEmpty() || to.isEmpty() || !inOrder(key, from, to)) {
      return Optional.empty();
    }
    return Optional.of(new Notice(id, from.get(), to.get().value(), words));
  }

  private Optional<PolicyLines.Choice<LocalDate>> end(String key) {
    return lines.requiredOr("open", key + ".to", "the first day after it", PolicyValues::date);
  }

  private boolean inOrder(
      String key, Optional<LocalDate> from, Optional<PolicyLines.Choice<LocalDate>> to) {
    boolean wrong =
        to.flatMap(PolicyLines.Choice::value)
            .filter(end -> from.isPresent() && end.isBefore(from.get()))
            .isPresent();
    if (wrong) {
      lines.fault(key + ".to", "a day that is not before " + key + ".from");
    }
    return !wrong;
  }

  private Optional<OfflineRules> offline(
      Map<String, LendingClass> classes, Optional<OpeningCalendar> calendar) {
    Optional<OfflineRules.Mode> mode =
        lines.required(
            "offline.mode",
            "none, returns-only or all",
            text -> PolicyValues.name(OfflineRules.Mode.class, text));
    Optional<Integer> items =
        lines.required(
            "offline.items-per-card",
            "a number from 0 to 99",
            text -> PolicyValues.number(text, 0, 99));
    Optional<Set<String>> media =
        lines.required(
            "offline.media-types",
            "SIP2 media types like 001, with commas, or all",
            PolicyValues::media);
    Optional<Boolean> unknown =
        lines.required("offline.unknown-cards", "yes or no", PolicyValues::yesOrNo);
    Optional<LendingClass> loanClass = classNamed("offline.loan-class", classes);
    Optional<LocalTime> dueTime =
        lines.required("offline.due-time", "a time like 23:59", PolicyValues::time);
    if (mode.isEmpty()
        || items.isEmpty()
        || media.isEmpty()
        || unknown.isEmpty()
        || loanClass.isEmpty()
        || dueTime.isEmpty()
        || calendar.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OfflineRules(
            mode.get(),
            items.get(),
            media.get(),
            unknown.get(),
            loanClass.get().loanDays(),
            dueTime.get(),
            calendar.get()::nextOpenDay));
  }
}
