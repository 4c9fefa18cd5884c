package org.libstation.fines;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Days on which no fine is counted although the place may be open. Windows are merged as a union:
/// a day in two of them is left out once.
///
/// @param id how the notice is called
/// @param from first day without fines
/// @param to first day on which fines count again; empty while nobody has said when. `from` = `to`
///   holds no day
/// @param scope lending services it is for; empty means all
public record SuspensionWindow(
    String id, LocalDate from, Optional<LocalDate> to, Set<String> scope) {

  /// @throws IllegalArgumentException when it ends before it begins
  public SuspensionWindow {
    scope = Set.copyOf(scope);
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException("window " + id + " ends before it begins");
    }
  }

  /// Whether a loan of this service is free of fines on this day.
  public boolean holds(LocalDate day, String service) {
    return !day.isBefore(from)
        && (to.isEmpty() || day.isBefore(to.get()))
        && (scope.isEmpty() || scope.contains(service));
  }
}
