package org.libstation.check;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.libstation.check.CheckRun.CheckOutcome;

/// The results of one complete run of the checks.
///
/// @param station its name in the language of the report
/// @param settings all settings in effect; empty if they cannot be read
/// @param running whether a running station held the devices and reported their state
public record Report(
    String station,
    String version,
    OffsetDateTime at,
    boolean running,
    Duration took,
    List<CheckOutcome> steps,
    List<ShownSetting> settings) {
  public Report {
    steps = List.copyOf(steps);
    settings = List.copyOf(settings);
  }

  /// Overall state of the station.
  public enum StationStatus {
    GOOD,
    ATTENTION,
    FAULT
  }

  /// The worst status of all checks.
  public StationStatus status() {
    StationStatus worst = StationStatus.GOOD;
    for (CheckOutcome step : steps) {
      StationStatus one = of(step.verdict());
      worst = one.compareTo(worst) > 0 ? one : worst;
    }
    return worst;
  }

  /// The status that a single verdict stands for.
  public static StationStatus of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Good _, Verdict.Unproven _, Verdict.NotApplicable _ -> StationStatus.GOOD;
      case Verdict.WithFindings found ->
          found.isFault() ? StationStatus.FAULT : StationStatus.ATTENTION;
      case Verdict.Overdue _, Verdict.Cancelled _ -> StationStatus.ATTENTION;
      case Verdict.Broken _ -> StationStatus.FAULT;
    };
  }
}
