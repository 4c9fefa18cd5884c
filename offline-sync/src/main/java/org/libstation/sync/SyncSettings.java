package org.libstation.sync;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.stream.Stream;

/// Every number of settling, by name.
///
/// @param binOperation how long after it was dropped into the bin a return may be reported without
///   deciding by the look whose loan it was
/// @param padOperation how long after a hand-over at a pad the first look still shows the loan that
///   was handed in; nobody can lend the item on in less
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
  /// Time between probes on a quiet link that drops nothing.
  public static final Duration KEEP_ALIVE = Duration.ofSeconds(45);

  /// @throws IllegalArgumentException when a wait is none
  public SyncSettings {
    longerThanNothing(binOperation, padOperation, idle, clockTolerance);
  }

  /// What becomes of a request that was not answered.
  ///
  /// @param quarantine how long it rests before each of its two looks
  /// @param timesBeforeStaff how many times a fact may fall into doubt before staff decide
  public record InDoubtSettings(Duration quarantine, int timesBeforeStaff) {
    /// @throws IllegalArgumentException when a number is out of range
    public InDoubtSettings {
      fromOne(timesBeforeStaff);
      longerThanNothing(quarantine);
    }
  }

  /// Loans without the link whose item is on loan to another.
  ///
  /// @param siblings how long such a loan waits for other stations
  /// @param look how often it is looked up while it waits
  public record LateLoans(Duration siblings, Duration look) {
    /// @throws IllegalArgumentException when a wait is none
    public LateLoans {
      longerThanNothing(siblings, look);
    }
  }

  /// While a patron stands there.
  ///
  /// @param patronDeadline how long a patron waits while open entries of an item are drained
  /// @param resumable how long a loan accepted but not released may be finished by the same card
  /// @param lookKeeps how long a look made ahead may be used
  /// @param loansShown how many loans are looked up for one patron's list
  @RecordBuilder
  public record DeskSettings(
      Duration patronDeadline, Duration resumable, Duration lookKeeps, int loansShown)
      implements SyncSettingsDeskSettingsBuilder.With {
    /// @throws IllegalArgumentException when a number is out of range
    public DeskSettings {
      fromOne(loansShown);
      longerThanNothing(patronDeadline, resumable, lookKeeps);
    }
  }

  /// How the link is asked whether it is there.
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
    /// @throws IllegalArgumentException when a number is out of range
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

  /// What a site decides, with what suits them all.
  ///
  /// @param probe between probes while good answers are counted, and after the first that failed
  public static SyncSettings of(
      Duration quarantine,
      Duration patronDeadline,
      Duration resumable,
      int goodAnswers,
      Duration probe,
      Duration keepAlive) {
    Duration minute = Duration.ofMinutes(1);
    return new SyncSettings(
        new InDoubtSettings(quarantine, 5),
        new LateLoans(Duration.ofHours(24), Duration.ofMinutes(15)),
        new DeskSettings(patronDeadline, resumable, minute, 60),
        new Probes(goodAnswers, probe, keepAlive, probe, minute),
        minute,
        Duration.ofSeconds(3),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30));
  }
}
