package org.libstation.sync;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.stream.Stream;

/// All durations and limits for settling.
///
/// @param binOperation how long after it was dropped into the bin a return may be reported without
///   checking by a look whose loan it was
/// @param padOperation how long after a hand-over at a pad the first look still shows that loan;
///   lending the item on takes longer
/// @param idle how long the outbox rests when nothing can be done
/// @param clockTolerance how far the wall clock may differ from monotonic time before it counts as
///   jumped
@RecordBuilder
public record SyncSettings(
    InDoubtSettings inDoubt,
    LateLoans lateLoans,
    DeskSettings atDesk,
    Probes probes,
    Duration binOperation,
    Duration padOperation,
    Duration idle,
    Duration clockTolerance)
    implements SyncSettingsBuilder.With {
  /// Time between probes on a quiet link that drops no idle connection.
  public static final Duration KEEP_ALIVE = Duration.ofSeconds(45);

  /// Defaults for every site; a site sets some of them itself.
  public static final SyncSettings USUAL =
      new SyncSettings(
          new InDoubtSettings(Duration.ofMinutes(2), 5),
          new LateLoans(Duration.ofHours(24), Duration.ofMinutes(15)),
          new DeskSettings(
              Duration.ofSeconds(12), Duration.ofMinutes(5), Duration.ofMinutes(1), 60),
          new Probes(
              3, Duration.ofSeconds(2), KEEP_ALIVE, Duration.ofSeconds(2), Duration.ofMinutes(1)),
          Duration.ofMinutes(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30));

  /// @throws IllegalArgumentException if a duration is not positive
  public SyncSettings {
    longerThanNothing(binOperation, padOperation, idle, clockTolerance);
  }

  /// Settings for a request that was not answered.
  ///
  /// @param quarantine how long to wait before each of the two looks that follow the request
  /// @param timesBeforeStaff how many times a fact may fall into doubt before staff decide
  @RecordBuilder
  public record InDoubtSettings(Duration quarantine, int timesBeforeStaff)
      implements SyncSettingsInDoubtSettingsBuilder.With {
    /// @throws IllegalArgumentException if a number is out of range
    public InDoubtSettings {
      fromOne(timesBeforeStaff);
      longerThanNothing(quarantine);
    }
  }

  /// Settings for loans given without the link whose item is on loan to another patron.
  ///
  /// @param siblings how long such a loan waits for other stations
  /// @param look how often it is looked up while it waits
  @RecordBuilder
  public record LateLoans(Duration siblings, Duration look)
      implements SyncSettingsLateLoansBuilder.With {
    /// @throws IllegalArgumentException if a duration is not positive
    public LateLoans {
      longerThanNothing(siblings, look);
    }
  }

  /// Settings for the desk while a patron is present.
  ///
  /// @param patronDeadline how long a patron waits while open entries of an item are settled
  /// @param resumable how long a loan accepted but not released may be finished by the same card
  /// @param lookKeeps how long a look made ahead may be used
  /// @param loansShown how many loans are looked up for one patron's list
  @RecordBuilder
  public record DeskSettings(
      Duration patronDeadline, Duration resumable, Duration lookKeeps, int loansShown)
      implements SyncSettingsDeskSettingsBuilder.With {
    /// @throws IllegalArgumentException if a number is out of range
    public DeskSettings {
      fromOne(loansShown);
      longerThanNothing(patronDeadline, resumable, lookKeeps);
    }
  }

  /// Settings for probing the link.
  ///
  /// @param goodAnswers good answers in a row before it counts as up
  /// @param goodInterval time between probes while good answers are being counted
  /// @param keepAlive time between probes on a quiet link
  /// @param firstPause first pause after a failed probe
  /// @param longestPause longest pause between probes
  @RecordBuilder
  public record Probes(
      int goodAnswers,
      Duration goodInterval,
      Duration keepAlive,
      Duration firstPause,
      Duration longestPause)
      implements SyncSettingsProbesBuilder.With {
    /// @throws IllegalArgumentException if a number is out of range
    public Probes {
      fromOne(goodAnswers);
      longerThanNothing(goodInterval, keepAlive, firstPause, longestPause);
    }
  }

  private static void fromOne(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("doubts, good answers and loans shown count from 1");
    }
  }

  private static void longerThanNothing(Duration... waits) {
    Stream.of(waits)
        .filter(each -> !each.isPositive())
        .findFirst()
        .ifPresent(
            each -> {
              throw new IllegalArgumentException("every wait is longer than nothing: " + each);
            });
  }
}
