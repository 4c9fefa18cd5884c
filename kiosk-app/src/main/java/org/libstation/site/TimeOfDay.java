package org.libstation.site;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;

/// The wall clock of this process. Scenarios may let it begin at another moment (the system
/// property [#PROPERTY]), for the story of a past or coming notice; it goes on from there.
public final class TimeOfDay {
  /// Set by whoever plays a scenario; a live station refuses it.
  static final String PROPERTY = "libstation.begins";

  private TimeOfDay() {}

  /// Where the scenario begins, if it does not begin now.
  ///
  /// @throws SiteProblem when the property is no moment
  public static Optional<OffsetDateTime> begins() {
    String told = System.getProperty(PROPERTY);
    if (told == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(told));
    } catch (DateTimeException e) {
      throw new SiteProblem(
          PROPERTY + ": expected a moment such as 2020-07-10T12:00+08:00, found '" + told + "'");
    }
  }

  /// The wall clock; made once in a process, since it begins when it is made.
  public static InstantSource wall() {
    InstantSource system = InstantSource.system();
    return begins()
        .map(at -> InstantSource.offset(system, Duration.between(system.instant(), at)))
        .orElse(system);
  }

  /// @throws SiteProblem when a live station is told to live at another time
  public static void check(StationSettings.Mode mode) {
    if (mode == StationSettings.Mode.LIVE && begins().isPresent()) {
      throw new SiteProblem(
          PROPERTY + ": expected nothing on a live station: its clock is the machine's");
    }
  }
}
