package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.OpeningCalendar;
import org.libstation.policy.PlaceCalendar.CalendarChange;
import org.libstation.policy.PlaceCalendar.CalendarDay;
import org.libstation.policy.PolicyReading.PolicyFault;
import org.libstation.policy.Window.WindowRuling;

/// Checks the rules of a policy against each other. Reports rules that contradict each other, match
/// nothing or come too late. Each fault names the rule where it can be corrected.
final class PolicyChecks {
  private final Section all;
  private final PolicyBundle bundle;

  private PolicyChecks(Section all, PolicyBundle bundle) {
    this.all = all;
    this.bundle = bundle;
  }

  static void check(Section all, PolicyBundle bundle) {
    PolicyChecks checks = new PolicyChecks(all, bundle);
    checks.places();
    bundle.calendars().values().forEach(checks::calendar);
    bundle.classes().forEach(checks::lendingClass);
    new ReaderChecks(all, bundle).check();
    checks.always("estimateClass", bundle.estimateClass(), "estimateClass");
    checks.always("offline", bundle.offline().loanClass(), "offline", "loanClass");
    bundle.windows().forEach(checks::window);
    checks.opposites();
    checks.notices();
    checks.activities();
  }

  /// Whether a fault of a check may only follow from the substitute for a wrong value. That is so
  /// if the fault is about the same rule, names it, or compares it with others of its list.
  static boolean follows(PolicyFault checked, PolicyFault value) {
    String rule = checked.rule();
    String wrong = value.rule();
    return isWithin(wrong, rule)
        || isWithin(rule, wrong)
        || isNamed(checked, wrong)
        || isCompared(rule, wrong)
        || (rule.matches("(windows|notices)\\..*")
            && isWithin(wrong, rule.replaceFirst("(\\..+)\\.\\w+$", "$1")))
        || (wrong.startsWith("places") && rule.startsWith("calendars"))
        || (wrong.equals("zone") && (rule.startsWith("calendars") || rule.startsWith("windows")));
  }

  /// Whether a fault names the wrong rule: "there is no window closing" names `windows.closing`.
  /// All such faults name `windows` as a whole.
  private static boolean isNamed(PolicyFault checked, String wrong) {
    String words = checked.words();
    String[] names = wrong.split("[.\\[]", 3);
    return names.length == 1
        ? words.contains("there is no " + wrong.replaceFirst("(?<=ss)es$|s$", ""))
        : !words.endsWith("already") && Arrays.asList(words.split("[ ,;]", -1)).contains(names[1]);
  }

  /// Whether a check compared the wrong rule with others of its list. Rules of a class are compared
  /// by their beginning, entries of any other list by all their values.
  private static boolean isCompared(String rule, String wrong) {
    String list = rule.replaceFirst("\\[\\d+]$", "");
    return !list.equals(rule)
        && isWithin(wrong, list)
        && (!list.matches("classes\\.[^.]+") || wrong.matches(".*\\.(announcedAt|from)"));
  }

  private static boolean isWithin(String rule, String outer) {
    return rule.startsWith(outer)
        && (rule.length() == outer.length() || ".[".indexOf(rule.charAt(outer.length())) >= 0);
  }

  private void places() {
    Set<String> used = new HashSet<>();
    for (ServicePoint place : bundle.places().values()) {
      used.add(place.calendar());
      if (!bundle.calendars().containsKey(place.calendar())) {
        all.faultAt("there is no calendar " + place.calendar(), "places", place.id(), "calendar");
      }
    }
    bundle.calendars().keySet().stream()
        .filter(id -> !used.contains(id))
        .forEach(id -> all.faultAt("it matches nothing: no place has it", "calendars", id));
  }

  private void calendar(PlaceCalendar calendar) {
    for (CalendarChange change : calendar.changes()) {
      String[] path = {"calendars", calendar.id(), "changes", "[" + change.number() + "]"};
      LocalDate announced = dayOf(change.announcedAt());
      switch (change.day()) {
        case CalendarDay.ClosedDay(var reason) -> {
          if (reason == ClosedReason.HOLIDAY) {
            change.days().stream()
                .filter(day -> day.isBefore(announced))
                .min(LocalDate::compareTo)
                .ifPresent(day -> past(day, announced, path));
          }
        }
        case CalendarDay.OpenAnyway() -> {
          OpeningCalendar before = calendar.at(change.announcedAt().minusNanos(1), "");
          boolean none =
              change.days().stream()
                  .noneMatch(
                      day ->
                          before.closedOn(day).isPresent() || before.partDays().containsKey(day));
          if (none) {
            all.faultAt("it matches nothing: on these days it is open anyway", path);
          }
        }
        case CalendarDay.PartlyOpen _ -> {}
      }
    }
  }

  private void past(LocalDate day, LocalDate announced, String... path) {
    all.faultAt(
        "a holiday on a day already past: it is announced on %s for %s; a day on which it was shut all the same is closed: emergency"
            .formatted(announced, day),
        path);
  }

  private void lendingClass(String name, List<ClassRule> rules) {
    Optional<Instant> before = Optional.empty();
    for (int i = 0; i < rules.size(); i++) {
      Optional<Instant> begins = rules.get(i).begins(bundle.zone());
      Instant begin = begins.orElse(Instant.MIN);
      if (i > 0 && !begin.isAfter(before.orElse(Instant.MIN))) {
        all.faultAt(
            "it does not begin after the rule above it, which therefore matches nothing",
            "classes",
            name,
            "[" + (i + 1) + "]");
      }
      before = begins;
    }
  }

  /// Checks a class that must have a rule at every moment. For offline loans its loan period must
  /// be at least a day.
  private void always(String what, String name, String... path) {
    List<ClassRule> rules = bundle.classes().getOrDefault(name, List.of());
    if (rules.isEmpty()) {
      return;
    }
    if (rules.getFirst().begins(bundle.zone()).isPresent()) {
      all.faultAt(
          "the first rule of class "
              + name
              + " begins some day only (announcedAt, from), and there"
              + " is none before it",
          path);
    }
    boolean shorter = rules.stream().anyMatch(rule -> rule.lendingClass().loanDays() < 1);
    if (what.equals("offline") && shorter) {
      all.faultAt("class " + name + " has loans shorter than a day", path);
    }
  }

  private void window(Window window) {
    known(window.places(), bundle.places().keySet(), "place", "windows", window.id(), "places");
    known(window.classes(), bundle.classes().keySet(), "class", "windows", window.id(), "classes");
    if (window.supersedes().isEmpty()) {
      if (window.effects().isNone()) {
        all.faultAt("it matches nothing: it has no effects", "windows", window.id());
      }
      if (window.to().equals(Optional.of(window.from()))) {
        all.faultAt("it matches nothing: it has no day", "windows", window.id(), "to");
      }
      return;
    }
    Optional<Window> old = windowNamed(window.supersedes().get());
    if (old.isEmpty()) {
      all.faultAt(
          "there is no window " + window.supersedes().get(), "windows", window.id(), "supersedes");
    } else if (!old.get().announcedAt().isBefore(window.announcedAt())) {
      all.faultAt(
          "window " + old.get().id() + " is announced no earlier than this one",
          "windows",
          window.id(),
          "supersedes");
    } else if (old.get().effects().fines() == WindowRuling.STOPPED) {
      takenBack(window, old.get());
    }
  }

  /// Reports a window that takes back past days which the older window had announced as free of
  /// fines.
  private void takenBack(Window window, Window old) {
    LocalDate announced = dayOf(window.announcedAt());
    List<Window> free =
        bundle.windowsAt(window.announcedAt()).stream()
            .filter(other -> other.effects().fines() == WindowRuling.STOPPED)
            .filter(other -> holdsAll(other.places(), old.places()))
            .filter(other -> holdsAll(other.classes(), old.classes()))
            .toList();
    Stream.concat(Stream.of(old.from()), free.stream().flatMap(other -> other.to().stream()))
        .filter(day -> day.isBefore(announced) && old.holds(day))
        .filter(day -> free.stream().noneMatch(other -> other.holds(day)))
        .min(LocalDate::compareTo)
        .ifPresent(
            day ->
                all.faultAt(
                    ("it takes back %s, which window %s had announced free of fines and which was"
                            + " past on %s")
                        .formatted(day, old.id(), announced),
                    "windows",
                    window.id()));
  }

  private static boolean holdsAll(Set<String> scope, Set<String> other) {
    return scope.isEmpty() || (!other.isEmpty() && scope.containsAll(other));
  }

  private void known(Set<String> names, Set<String> known, String kind, String... path) {
    names.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> all.faultAt("it matches nothing: there is no " + kind + " " + name, path));
  }

  private Optional<Window> windowNamed(String id) {
    return bundle.windows().stream().filter(window -> window.id().equals(id)).findFirst();
  }

  private void opposites() {
    Set<Set<String>> told = new HashSet<>();
    for (Instant moment : bundle.announcements()) {
      List<Window> inForce = bundle.windowsAt(moment);
      for (Window one : inForce) {
        for (Window other : inForce) {
          Optional<String> thing = one.effects().opposite(other.effects());
          boolean first = other.announcedAt().isAfter(one.announcedAt());
          if (!first
              && thing.isPresent()
              && one.meets(other)
              && told.add(Set.of(one.id(), other.id()))) {
            all.faultAt(
                "it says the opposite of window %s about %s, on the same days; one must supersede the other, or end before it"
                    .formatted(other.id(), thing.get()),
                "windows",
                one.id());
          }
        }
      }
    }
  }

  private void notices() {
    for (Notice notice : bundle.notices()) {
      notice
          .supersedes()
          .filter(id -> bundle.notices().stream().noneMatch(other -> other.id().equals(id)))
          .ifPresent(
              id -> all.faultAt("there is no notice " + id, "notices", notice.id(), "supersedes"));
      known(notice.places(), bundle.places().keySet(), "place", "notices", notice.id(), "places");
      notice.window().ifPresent(id -> tells(notice, id));
    }
  }

  /// Checks that a notice about a window is shown as long as the window lasts. Patrons can then
  /// read until when fines are suspended.
  private void tells(Notice notice, String id) {
    Optional<Window> window = windowNamed(id);
    if (window.isEmpty()) {
      all.faultAt("there is no window " + id, "notices", notice.id(), "window");
    } else if (notice.to().isPresent()
        && window.get().to().map(end -> end.isAfter(notice.to().get())).orElse(true)) {
      all.faultAt(
          "it ends %s, before window %s that it tells of (%s)"
              .formatted(
                  notice.to().get(), id, window.get().to().map(LocalDate::toString).orElse("open")),
          "notices",
          notice.id(),
          "to");
    }
    if (window.isPresent() && notice.valid().isPresent()) {
      all.faultAt(
          "expected the days of window " + id + " alone, and none of its own",
          "notices",
          notice.id(),
          "valid");
    }
  }

  private void activities() {
    for (Activity activity : bundle.activities()) {
      known(
          Set.copyOf(activity.place().stream().toList()),
          bundle.places().keySet(),
          "place",
          "activities",
          activity.id(),
          "place");
    }
  }

  private LocalDate dayOf(Instant moment) {
    return moment.atZone(bundle.zone()).toLocalDate();
  }
}
