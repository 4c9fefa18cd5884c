package org.libstation.sync;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Remembers, across restarts, whether a central system's clock may stand in another time zone, and
/// what a technician confirmed.
public interface ZoneMemory {

  Optional<ZoneCandidates> seen();

  /// Stores what was seen; durable on return, unless the disk fails. If it cannot be stored, it
  /// must be observed again.
  void keep(ZoneCandidates seen);

  Optional<ConfirmedZone> confirmed();

  /// Forgets what was seen and what was confirmed, because it no longer holds.
  void forget();

  /// A difference between two clocks that may be that between two time zones.
  ///
  /// @param zones names of the tz database that explain everything seen since `first`
  /// @param first when it was first seen, by the central system's clock
  /// @param again when it was first seen on another day, by the central system's clock
  record ZoneCandidates(
      SortedSet<String> zones, LocalDateTime first, Optional<LocalDateTime> again) {
    public ZoneCandidates {
      zones = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(zones));
    }
  }

  /// A zone that a technician confirmed.
  ///
  /// @param zone the zone of the central system's clock
  /// @param by who confirmed it
  record ConfirmedZone(ZoneId zone, String by, OffsetDateTime at) {}

  /// A memory that ends with the program, for short runs such as a trial.
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
