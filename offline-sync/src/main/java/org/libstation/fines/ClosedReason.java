package org.libstation.fines;

/// Why a place was closed on a day.
///
/// [#GALE] stands for any closure, also for part of the day, under a gale warning: the whole day is
/// then free of charge (Hong Kong Libraries Regulation, Cap. 132AL, s.19(3) and the by-law before
/// it). A late opening under a black rainstorm is no closure in this sense.
public enum ClosedReason {
  HOLIDAY,
  WEEKLY,
  GALE,
  MAINTENANCE,
  EMERGENCY
}
