package org.libstation.fines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Days on which no fine is counted although the place may be open. Windows are merged as a union:
/// a day in two of them is left out once.
///
/// @param id how the notice is called
/// @param from first day without fines
/// @param to first day on which fines count again; empty while nobody has said when. `from` = `to`
///   holds no day
/// @param scope lending services it is for; empty means all
/// @param classes lending classes it is for; empty means all
/// @param supersedes the window that this one takes the place of
public record SuspensionWindow(
    String id,
    LocalDate from,
    Optional<LocalDate> to,
    Set<String> scope,
    Set<String> classes,
    Optional<String> supersedes) {

  /// @throws IllegalArgumentException when it ends before it begins
  public SuspensionWindow {
    scope = Set.copyOf(scope);
    classes = Set.copyOf(classes);
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException("window " + id + " ends before it begins");
    }
  }

  /// Those whose place no other has taken. To withdraw one, supersede it with one that holds no
  /// day.
  public static List<SuspensionWindow> inForce(Collection<SuspensionWindow> windows) {
    Set<String> gone =
        windows.stream()
            .flatMap(window -> window.supersedes().stream())
            .collect(Collectors.toSet());
    return windows.stream().filter(window -> !gone.contains(window.id())).toList();
  }

  /// Whether it is for loans lent there.
  public boolean covers(OverdueLoan.LoanScope lent) {
    return (scope.isEmpty() || scope.contains(lent.service()))
        && (classes.isEmpty() || classes.contains(lent.lendingClass()));
  }

  /// Whether this day lies in it.
  boolean holds(LocalDate day) {
    return !day.isBefore(from) && (to.isEmpty() || day.isBefore(to.get()));
  }
}
