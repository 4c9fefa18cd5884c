package org.libstation.site;

/// A remote order to a station. It needs both a setting in `fleet.orders` and a staff key. In files
/// and on the wire, each has its name in small letters with dashes.
public enum StationOrder {
  /// Stops serving until [#BACK_IN_SERVICE], over restarts too.
  OUT_OF_SERVICE,
  BACK_IN_SERVICE,
  /// Ends and restarts the station when no patron is present.
  RESTART,
  /// Retries the pending entries for the central system now.
  SETTLE,
  /// Polls the feeds of rules now.
  REFRESH_POLICY,
  /// Shows a notice on the start screen, or removes it.
  NOTICE,
  LIGHT_SCREEN,
  /// Runs one of doctor's checks, as beside a running station.
  CHECK,
  /// Sends a support bundle, encrypted to the sender of the order.
  SUPPORT_BUNDLE,
  PRINT_MANIFEST
}
