package org.libstation.sync;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/// Every number of settling, by name.
///
/// @param quarantine how long a request in doubt rests before each of its two looks
/// @param siblings how long a late loan whose item is on loan to another waits for other stations
/// @param siblingsLook how often such a loan is looked up while it waits
/// @param patronDeadline how long a patron waits while open entries of an item are drained
/// @param resumable how long a loan accepted but not released may be finished by the same card
/// @param binOperation how long after the hand-over a return may be reported without deciding by
///   the look whose loan it was
/// @param lookKeeps how long a look made ahead may be used
/// @param doubtsBeforeStaff how many times a fact may fall into doubt before staff decide
/// @param goodAnswers good answers in a row before the link counts as up
/// @param goodInterval time between probes while good answers are being counted
/// @param keepAlive time between probes on a quiet link
/// @param firstPause first pause after a failed probe
/// @param longestPause longest pause between probes
/// @param idle how long the outbox rests when nothing can be done
/// @param clockTolerance how far the wall clock may differ from monotonic time before it counts as
///   jumped
/// @param loansShown how many loans are looked up for one patron's list
@RecordBuilder
public record SyncSettings(
    Duration quarantine,
    Duration siblings,
    Duration siblingsLook,
    Duration patronDeadline,
    Duration resumable,
    Duration binOperation,
    Duration lookKeeps,
    int doubtsBeforeStaff,
    int goodAnswers,
    Duration goodInterval,
    Duration keepAlive,
    Duration firstPause,
    Duration longestPause,
    Duration idle,
    Duration clockTolerance,
    int loansShown)
    implements SyncSettingsBuilder.With {
  /// Time between probes on a quiet link that drops nothing.
  public static final Duration KEEP_ALIVE = Duration.ofSeconds(45);

  /// @throws IllegalArgumentException when a number is out of range
  public SyncSettings {
    if (doubtsBeforeStaff < 1 || goodAnswers < 1 || loansShown < 1) {
      throw new IllegalArgumentException("doubts, good answers and loans shown count from 1");
    }
    for (Duration each :
        new Duration[] {
          quarantine,
          siblings,
          siblingsLook,
          patronDeadline,
          resumable,
          binOperation,
          lookKeeps,
          goodInterval,
          keepAlive,
          firstPause,
          longestPause,
          idle,
          clockTolerance
        }) {
      if (each.isNegative() || each.isZero()) {
        throw new IllegalArgumentException("every wait is longer than nothing: " + each);
      }
    }
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
    return new SyncSettings(
        quarantine,
        Duration.ofHours(24),
        Duration.ofMinutes(15),
        patronDeadline,
        resumable,
        Duration.ofMinutes(1),
        Duration.ofMinutes(1),
        5,
        goodAnswers,
        probe,
        keepAlive,
        probe,
        Duration.ofMinutes(1),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        60);
  }
}
