package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.fines.Amnesty;
import org.libstation.fines.SuspensionWindow;

/// A span of days for which an announcement changes the rules.
///
/// @param announcedAt when it became known; before that it has no effect
/// @param from its first day
/// @param to the first day after it; empty if the end is not known yet. `from` = `to` covers no day
///   and withdraws the window that it supersedes
/// @param places service points it is for; empty means all
/// @param classes lending classes it is for; empty means all
/// @param supersedes the window that it replaces
public record Window(
    String id,
    Instant announcedAt,
    LocalDate from,
    Optional<LocalDate> to,
    Set<String> places,
    Set<String> classes,
    Optional<String> supersedes,
    Effects effects,
    Origin origin) {
  public Window {
    places = Set.copyOf(places);
    classes = Set.copyOf(classes);
  }

  /// The rule that a window sets for one subject, such as fines.
  public enum WindowRuling {
    STOPPED,
    RUNNING,
    /// The window says nothing about it; the previous rule stays.
    NOTHING
  }

  /// What a window changes.
  ///
  /// @param fines the counting of fines
  /// @param notices reminders and overdue notices
  /// @param blocks of borrowing because of overdue items and debts
  /// @param percentOfFine percentage of its fine that a return in the window still costs
  /// @param renewalsMore number of extra renewals
  /// @param pickUpDaysMore extra days that reserved items wait
  public record Effects(
      WindowRuling fines,
      WindowRuling notices,
      WindowRuling blocks,
      int percentOfFine,
      int renewalsMore,
      int pickUpDaysMore) {
    static final int ALL_OF_IT = 100;

    /// Whether a return costs less than at other times.
    public boolean isAmnesty() {
      return percentOfFine < ALL_OF_IT;
    }

    /// Whether the window changes nothing.
    public boolean isNone() {
      return fines == WindowRuling.NOTHING
          && notices == WindowRuling.NOTHING
          && blocks == WindowRuling.NOTHING
          && !isAmnesty()
          && renewalsMore == 0
          && pickUpDaysMore == 0;
    }

    /// The subject on which two windows contradict each other, in a word; empty if there is none.
    Optional<String> opposite(Effects other) {
      if (opposite(fines, other.fines)) {
        return Optional.of("fines");
      }
      if (opposite(notices, other.notices)) {
        return Optional.of("notices");
      }
      return opposite(blocks, other.blocks) ? Optional.of("blocks") : Optional.empty();
    }

    private static boolean opposite(WindowRuling one, WindowRuling other) {
      return one != WindowRuling.NOTHING && other != WindowRuling.NOTHING && one != other;
    }
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && (to.isEmpty() || day.isBefore(to.get()));
  }

  public boolean covers(String place, String lendingClass) {
    return (places.isEmpty() || places.contains(place))
        && (classes.isEmpty() || classes.contains(lendingClass));
  }

  /// Whether there is a day, a place and a class for which both are.
  boolean meets(Window other) {
    LocalDate begin = from.isAfter(other.from) ? from : other.from;
    return holds(begin)
        && other.holds(begin)
        && share(places, other.places)
        && share(classes, other.classes);
  }

  private static boolean share(Set<String> one, Set<String> other) {
    return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
  }

  /// The window in the form that the counting of fines uses.
  SuspensionWindow suspension() {
    return new SuspensionWindow(id, from, to, places, classes, Optional.empty());
  }

  /// The windows in which a return costs less.
  static List<Amnesty> amnesties(List<Window> windows) {
    return windows.stream()
        .filter(window -> window.effects().isAmnesty())
        .map(window -> new Amnesty(window.suspension(), window.effects().percentOfFine()))
        .toList();
  }

  /// The windows during which no fine grows.
  static List<SuspensionWindow> suspensions(List<Window> windows) {
    return windows.stream()
        .filter(window -> window.effects().fines() == WindowRuling.STOPPED)
        .map(Window::suspension)
        .toList();
  }
}
