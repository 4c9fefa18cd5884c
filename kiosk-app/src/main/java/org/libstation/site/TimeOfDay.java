package org.libstation.site;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;

/// The wall clock of this process. A scenario may start it at another moment (the system property
/// [#PROPERTY]) to play a past or future notice; the clock runs on from there.
public final class TimeOfDay {
  /// Set by the player of a scenario; a live station refuses it.
  static final String PROPERTY = "libstation.begins";

  private TimeOfDay() {}

  /// The moment at which the scenario begins; empty if it begins now.
  ///
  /// @throws SiteProblem if the property is no valid moment
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

  /// Makes the wall clock. Call this once in a process, because the clock starts when it is made.
  public static InstantSource wall() {
    InstantSource system = InstantSource.system();
    return begins()
        .map(at -> InstantSource.offset(system, Duration.between(system.instant(), at)))
        .orElse(system);
  }

  /// @throws SiteProblem if a live station is told another time
  public static void check(StationSettings.Mode mode) {
    if (mode == StationSettings.Mode.LIVE && begins().isPresent()) {
      throw new SiteProblem(
          PROPERTY + ": expected no value on a live station: it uses the machine's clock");
    }
  }
}
