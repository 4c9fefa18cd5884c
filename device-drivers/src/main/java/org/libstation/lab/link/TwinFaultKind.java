package org.libstation.lab.link;

/// What can go wrong with one kind of [Twin], as the constants of an enum; [TwinFaults] says which
/// of them it has just now.
public interface TwinFaultKind {

  /// As [Twin#faults()] tells it.
  TwinFault fault();
}
