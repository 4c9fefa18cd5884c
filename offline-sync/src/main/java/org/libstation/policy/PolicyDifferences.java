package org.libstation.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.libstation.policy.document.Paths;

/// The differences between two states of a policy, and those that are not allowed.
///
/// @param lines `- rule: old`, `+ rule: new`, sorted by rule name
/// @param unkept announcements of the older state that the newer one lacks or changes
public record PolicyDifferences(List<String> lines, List<String> unkept) {
  public PolicyDifferences {
    lines = List.copyOf(lines);
    unkept = List.copyOf(unkept);
  }

  public static PolicyDifferences between(PolicyBundle older, PolicyBundle newer) {
    Map<String, String> before = Paths.of(older.document());
    Map<String, String> after = Paths.of(newer.document());
    List<String> lines = new ArrayList<>();
    TreeSet<String> rules = new TreeSet<>(before.keySet());
    rules.addAll(after.keySet());
    for (String rule : rules) {
      String was = before.get(rule);
      String is = after.get(rule);
      if (was != null && !was.equals(is)) {
        lines.add("- " + rule + ": " + was);
      }
      if (is != null && !is.equals(was)) {
        lines.add("+ " + rule + ": " + is);
      }
    }
    return new PolicyDifferences(lines, unkept(older, newer));
  }

  private static List<String> unkept(PolicyBundle older, PolicyBundle newer) {
    List<String> unkept = new ArrayList<>();
    for (Window window : older.windows()) {
      if (newer.windows().stream().noneMatch(other -> same(window, other))) {
        unkept.add("window " + window.id());
      }
    }
    for (Notice notice : older.notices()) {
      if (newer.notices().stream().noneMatch(other -> same(notice, other))) {
        unkept.add("notice " + notice.id());
      }
    }
    older
        .calendars()
        .forEach(
            (id, calendar) -> {
              PlaceCalendar now = newer.calendars().get(id);
              for (PlaceCalendar.CalendarChange change : calendar.changes()) {
                if (now == null || now.changes().stream().noneMatch(other -> same(change, other))) {
                  unkept.add("calendar " + id + ", change " + change.number());
                }
              }
            });
    older
        .classes()
        .forEach(
            (name, rules) -> {
              List<ClassRule> now = newer.classes().getOrDefault(name, List.of());
              for (int i = 0; i < rules.size(); i++) {
                ClassRule rule = rules.get(i);
                if (now.stream().noneMatch(other -> same(rule, other))) {
                  unkept.add("class " + name + ", rule " + (i + 1));
                }
              }
            });
    return unkept;
  }

  /// Compares everything except the source, which may be added later.
  private static boolean same(Window one, Window other) {
    return one.id().equals(other.id())
        && one.announcedAt().equals(other.announcedAt())
        && one.from().equals(other.from())
        && one.to().equals(other.to())
        && one.places().equals(other.places())
        && one.classes().equals(other.classes())
        && one.supersedes().equals(other.supersedes())
        && one.effects().equals(other.effects());
  }

  private static boolean same(Notice one, Notice other) {
    return one.id().equals(other.id())
        && one.announcedAt().equals(other.announcedAt())
        && one.from().equals(other.from())
        && one.to().equals(other.to())
        && one.places().equals(other.places())
        && one.days().equals(other.days())
        && one.window().equals(other.window())
        && one.head().equals(other.head())
        && one.words().equals(other.words());
  }

  private static boolean same(
      PlaceCalendar.CalendarChange one, PlaceCalendar.CalendarChange other) {
    return one.announcedAt().equals(other.announcedAt())
        && one.days().equals(other.days())
        && one.day().equals(other.day());
  }

  private static boolean same(ClassRule one, ClassRule other) {
    return one.announcedAt().equals(other.announcedAt())
        && one.from().equals(other.from())
        && one.lendingClass().equals(other.lendingClass());
  }
}
