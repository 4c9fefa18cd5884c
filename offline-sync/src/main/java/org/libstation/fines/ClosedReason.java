package org.libstation.fines;

/// Why a place was closed on a day.
///
/// [#GALE] stands for any closure under a gale warning, also for a part of the day. The whole day
/// is then free of charge (Hong Kong Libraries Regulation, Cap. 132AL, s.19(3) and the by-law
/// before it). A late opening under a black rainstorm warning does not count as such a closure.
public enum ClosedReason {
  HOLIDAY,
  WEEKLY,
  GALE,
  MAINTENANCE,
  EMERGENCY
}
