package org.libstation.fines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Days on which no fine is counted although the place may be open. A day in two windows is left
/// out only once.
///
/// @param id identifies the notice
/// @param from first day without fines
/// @param to first day on which fines count again; empty until it is announced. If `from` equals
///   `to`, the window has no days
/// @param scope lending services that it is for; empty means all
/// @param classes lending classes that it is for; empty means all
/// @param supersedes the window that this one replaces
public record SuspensionWindow(
    String id,
    LocalDate from,
    Optional<LocalDate> to,
    Set<String> scope,
    Set<String> classes,
    Optional<String> supersedes) {

  /// @throws IllegalArgumentException if it ends before it begins
  public SuspensionWindow {
    scope = Set.copyOf(scope);
    classes = Set.copyOf(classes);
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException("window " + id + " ends before it begins");
    }
  }

  /// The windows that no other window supersedes. To withdraw a window, supersede it with one
  /// without days.
  public static List<SuspensionWindow> inForce(Collection<SuspensionWindow> windows) {
    Set<String> gone =
        windows.stream()
            .flatMap(window -> window.supersedes().stream())
            .collect(Collectors.toSet());
    return windows.stream().filter(window -> !gone.contains(window.id())).toList();
  }

  /// Whether the window is for loans of this service and class.
  public boolean covers(OverdueLoan.LoanScope lent) {
    return (scope.isEmpty() || scope.contains(lent.service()))
        && (classes.isEmpty() || classes.contains(lent.lendingClass()));
  }

  /// Whether this day lies in the window.
  boolean holds(LocalDate day) {
    return !day.isBefore(from) && (to.isEmpty() || day.isBefore(to.get()));
  }
}
