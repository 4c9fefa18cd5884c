package org.libstation.central;

import java.time.Duration;
import java.time.ZoneId;

/// The login, patrons and items that a probe may use. [#toString()] shows none of them.
///
/// @param otherCard a second test patron; empty = none
/// @param overdueItem an item on loan to the test patron and overdue; empty = none
/// @param zone of the central system's clock
/// @param idle how long to wait until the central system closes an idle connection; zero = not
///   tried
public record Trial(
    String user,
    String password,
    String institution,
    String location,
    String card,
    String pin,
    String item,
    String otherCard,
    String otherPin,
    String overdueItem,
    ZoneId zone,
    Duration idle) {
  @Override
  public String toString() {
    return "Trial in " + zone;
  }
}
