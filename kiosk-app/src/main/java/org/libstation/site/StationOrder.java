package org.libstation.site;

/// What a station can be told to do from afar, by `fleet.orders` and a staff key both. In a file
/// and on the wire each is its name in small letters with dashes.
public enum StationOrder {
  /// It serves nobody until [#BACK_IN_SERVICE], over restarts too.
  OUT_OF_SERVICE,
  BACK_IN_SERVICE,
  /// It ends in order and starts again when nobody is there.
  RESTART,
  /// What waits for the central system is tried now.
  SETTLE,
  /// Feeds of rules are asked now.
  REFRESH_POLICY,
  /// A notice on the start screen, or none any more.
  NOTICE,
  LIGHT_SCREEN,
  /// One of doctor's checks, as beside a station that runs.
  CHECK,
  /// Encrypted to whoever asked.
  SUPPORT_BUNDLE,
  PRINT_MANIFEST
}
