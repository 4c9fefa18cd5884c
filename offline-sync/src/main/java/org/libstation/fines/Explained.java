package org.libstation.fines;

import java.util.List;

/// A fine with everything needed to explain it.
///
/// @param units each due date, followed by each day or interval up to the renewal or return, in
///   order
/// @param stages reminder stages that were reached, in order
public record Explained(Assessment assessment, List<JudgedUnit> units, List<StageFee> stages) {
  public Explained {
    stages = List.copyOf(stages);
    units = List.copyOf(units);
  }
}
