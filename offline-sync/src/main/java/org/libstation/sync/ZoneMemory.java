package org.libstation.sync;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What was seen of a central system's clock that may stand in another zone, and what a technician
/// said of it. It outlives the program.
public interface ZoneMemory {

  Optional<ZoneCandidates> seen();

  /// Durable when this returns, as far as the disk lets it. What cannot be kept is seen anew.
  void keep(ZoneCandidates seen);

  Optional<ConfirmedZone> confirmed();

  /// It is no longer so: what was seen, and what was said of it.
  void forget();

  /// A difference like that between two zones.
  ///
  /// @param zones names of the tz database that explain everything seen since `first`
  /// @param first when it was seen first, as their clock had it
  /// @param again the first time on another day, as their clock had it
  record ZoneCandidates(
      SortedSet<String> zones, LocalDateTime first, Optional<LocalDateTime> again) {
    public ZoneCandidates {
      zones = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(zones));
    }
  }

  /// @param zone where the central system's clock stands
  /// @param by who said so
  record ConfirmedZone(ZoneId zone, String by, OffsetDateTime at) {}

  /// Forgotten with the program: for what runs for an hour, such as a trial.
  static ZoneMemory ofThisRun() {
    return new ZoneMemory() {
      private Optional<ZoneCandidates> seen = Optional.empty();

      @Override
      public Optional<ZoneCandidates> seen() {
        return seen;
      }

      @Override
      public void keep(ZoneCandidates fresh) {
        seen = Optional.of(fresh);
      }

      @Override
      public Optional<ConfirmedZone> confirmed() {
        return Optional.empty();
      }

      @Override
      public void forget() {
        seen = Optional.empty();
      }
    };
  }
}
