package org.libstation.central;

import java.time.Duration;
import java.time.ZoneId;

/// Who and what a probe may try things with. [#toString()] names nobody.
///
/// @param otherCard a second test patron; empty = none
/// @param overdueItem on loan to the test patron and overdue; empty = none
/// @param zone of the central system's clock
/// @param idle how long to wait for an idle connection to be closed; zero = not tried
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
