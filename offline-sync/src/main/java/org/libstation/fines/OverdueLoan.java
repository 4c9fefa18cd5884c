package org.libstation.fines;

import java.time.LocalDate;
import java.util.List;

/// What a fine is counted from.
///
/// @param due the first due date, rolled to an open day already
/// @param renewals what moved the due date afterwards, in order
/// @param returned the local date of the effective return
/// @param service the lending service; suspension windows are scoped by it
/// @param items how many items came back as one loan: an accompanying item (a disc, a map) is
///   charged as an item of its own
/// @param estimate counted away from the central system, with what is known here
public record OverdueLoan(
    LocalDate due,
    List<Renewed> renewals,
    LocalDate returned,
    String service,
    int items,
    boolean estimate) {

  /// @throws IllegalArgumentException when there is no item
  public OverdueLoan {
    renewals = List.copyOf(renewals);
    if (items < 1) {
      throw new IllegalArgumentException("a loan has at least one item");
    }
  }

  public static OverdueLoan simple(LocalDate due, LocalDate returned, String service) {
    return new OverdueLoan(due, List.of(), returned, service, 1, false);
  }

  /// @param on the local date of the renewal
  /// @param newDue the due date it gave
  public record Renewed(LocalDate on, LocalDate newDue) {}
}
