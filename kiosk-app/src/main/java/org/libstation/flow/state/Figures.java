package org.libstation.flow.state;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What the health page shows beside the station's own facts. Counts and times; nobody's name, card
/// or title.
///
/// @param devices by name
/// @param month the series are the days of the last 30, else the hours of the last 24
public record Figures(
    OffsetDateTime at,
    Map<String, DeviceFact> devices,
    LinkFact link,
    Computer computer,
    List<LastRestart> restarts,
    boolean month,
    List<PeriodFigures> slots,
    Map<String, Integer> refusals) {
  public Figures {
    devices = Map.copyOf(devices);
    restarts = List.copyOf(restarts);
    slots = List.copyOf(slots);
    refusals = Map.copyOf(refusals);
  }

  /// @param since when it is as it is
  /// @param lastGood when it last answered rightly
  /// @param says of itself: model, firmware
  public record DeviceFact(
      OffsetDateTime since, Optional<OffsetDateTime> lastGood, List<SelfWords> says) {
    public DeviceFact {
      says = List.copyOf(says);
    }
  }

  /// One thing that a device says of itself.
  ///
  /// @param name of its words in the text files; empty where it is a name, `english`, that needs
  ///   none
  /// @param values in those words
  public record SelfWords(String name, List<String> values, String english) {
    public SelfWords {
      values = List.copyOf(values);
    }
  }

  /// @param median of the last round trips, in milliseconds
  /// @param lastFailure when it last went silent
  /// @param skewSeconds its clock minus ours
  /// @param apart code of the finding where that is more than the checks let pass
  public record LinkFact(
      OptionalLong median,
      OptionalLong p95,
      Optional<OffsetDateTime> lastFailure,
      OptionalLong skewSeconds,
      Optional<String> apart) {}

  /// @param diskPercent free
  /// @param memoryMb free
  /// @param degrees Celsius, where the machine tells
  /// @param found codes of what the checks of disk, memory and temperature find
  /// @param diskFull nothing more can be written, by those checks
  public record Computer(
      int diskPercent,
      long memoryMb,
      OptionalInt degrees,
      String zone,
      List<String> found,
      boolean diskFull) {
    public Computer {
      found = List.copyOf(found);
    }
  }

  /// @param why as the restart record says; empty when nothing was written
  public record LastRestart(OffsetDateTime at, String why) {}

  /// An hour, or a day.
  ///
  /// @param name of the hour (0 to 23) or the day of the month
  /// @param again reads that had to be made once more
  /// @param skewSeconds the central system's clock minus ours
  /// @param degrees Celsius, the most that was measured
  public record PeriodFigures(
      int name,
      int checkouts,
      int returns,
      OptionalLong medianMs,
      OptionalLong p95Ms,
      OptionalInt fillPercent,
      int again,
      OptionalLong skewSeconds,
      OptionalInt degrees) {}
}
