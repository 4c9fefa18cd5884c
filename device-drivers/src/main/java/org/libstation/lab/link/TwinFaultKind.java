package org.libstation.lab.link;

/// The faults of one kind of [Twin], as constants of an enum. [TwinFaults] knows which of them are
/// active.
public interface TwinFaultKind {

  /// The description that [Twin#faults()] lists.
  TwinFault fault();
}
