package org.libstation.flow.state;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Figures of the health page: counts and times, without names, cards and titles.
///
/// @param devices facts by device name
/// @param restarts the newest first
/// @param month `slots` are the last 30 days; if false, the last 24 hours
/// @param refusals number of refusals by reason
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

  /// Facts about a device.
  ///
  /// @param since when its present state began
  /// @param lastGood time of its last correct answer
  /// @param says what it reports about itself, such as model and firmware
  public record DeviceFact(
      OffsetDateTime since, Optional<OffsetDateTime> lastGood, List<SelfWords> says) {
    public DeviceFact {
      says = List.copyOf(says);
    }
  }

  /// One thing that a device reports about itself.
  ///
  /// @param name key of its words in the text files; empty text if `english` is a name that needs
  ///   no translation
  /// @param values values for those words
  public record SelfWords(String name, List<String> values, String english) {
    public SelfWords {
      values = List.copyOf(values);
    }
  }

  /// Facts about the link to the central system.
  ///
  /// @param median median of the last round trips, in milliseconds
  /// @param p95 their 95th percentile, in milliseconds
  /// @param lastFailure when the link last went silent
  /// @param skewSeconds the central system's clock minus the station's
  /// @param apart code of the finding if the clocks differ by more than the checks allow
  public record LinkFact(
      OptionalLong median,
      OptionalLong p95,
      Optional<OffsetDateTime> lastFailure,
      OptionalLong skewSeconds,
      Optional<String> apart) {}

  /// Facts about the computer.
  ///
  /// @param diskPercent free disk space
  /// @param memoryMb free memory
  /// @param degrees temperature in Celsius; empty if the machine does not report it
  /// @param found codes of findings about disk, memory and temperature
  /// @param diskFull these findings say that nothing more can be written
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

  /// A restart of the program.
  ///
  /// @param why code from the restart record; empty text if the record has none
  public record LastRestart(OffsetDateTime at, String why) {}

  /// Figures of one hour or one day.
  ///
  /// @param name the hour (0 to 23) or the day of the month
  /// @param again number of reads that had to be repeated
  /// @param skewSeconds the central system's clock minus the station's
  /// @param degrees highest measured temperature, in Celsius
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
