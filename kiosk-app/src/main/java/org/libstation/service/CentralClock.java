package org.libstation.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.libstation.check.CheckPhrase;
import org.libstation.check.Finding;
import org.libstation.process.log.StaffLog;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.ZoneFile;
import org.libstation.sync.ClockVerdict;
import org.libstation.sync.ZoneMemory;
import org.libstation.sync.ZoneWatch;
import org.slf4j.LoggerFactory;

/// The clock of a site's central system, as the station observed it.
///
/// @param configured the setting `station.central.zone`
/// @param proven whether the observed zones are proven
public record CentralClock(
    ZoneId configured,
    Optional<ZoneMemory.ZoneCandidates> seen,
    Optional<ZoneMemory.ConfirmedZone> confirmed,
    boolean proven) {

  /// Reads what the station observed and what a technician confirmed.
  public static CentralClock of(Site site) {
    ZoneId configured = site.zone();
    ZoneFile file = new ZoneFile(site.data());
    Optional<ZoneMemory.ZoneCandidates> seen = file.seen();
    boolean proven = seen.filter(new ZoneWatch(configured, file)::proven).isPresent();
    return new CentralClock(configured, seen, file.confirmed(), proven);
  }

  /// Records the zone that a technician confirmed, also in `staff.log`.
  ///
  /// @throws SiteProblem if the record cannot be written
  public static void confirm(Site site, ZoneId zone, String by) {
    Path data = site.data();
    try {
      OffsetDateTime now = OffsetDateTime.now(site.zone()).withNano(0);
      new ZoneFile(data).confirm(new ZoneMemory.ConfirmedZone(zone, by, now));
    } catch (IOException e) {
      throw new SiteProblem("it cannot be kept: " + e.getMessage());
    }
    try (StaffLog _ = new StaffLog(data)) {
      LoggerFactory.getLogger("staff")
          .info("the central system's clock stands in {}, says {}", zone, by);
    }
  }

  /// Doctor's finding about the zone, from what the running station observed.
  public static Optional<Finding> finding(Path data, ZoneId configured) {
    ZoneFile file = new ZoneFile(data);
    ZoneWatch watch = new ZoneWatch(configured, file);
    return file.seen()
        .map(
            seen ->
                watch.proven(seen)
                    ? Finding.attention("G54", fits(seen.zones()))
                    : Finding.attention("G55", fits(seen.zones())));
  }

  /// The same finding for a difference that was just measured.
  static Optional<Finding> finding(ClockVerdict verdict) {
    return switch (verdict) {
      case ClockVerdict.Skew _ -> Optional.empty();
      case ClockVerdict.AnotherZone another ->
          Optional.of(Finding.attention("G54", fits(another.zones())));
      case ClockVerdict.ZoneUnproven unproven ->
          Optional.of(Finding.attention("G55", fits(unproven.zones())));
    };
  }

  /// Names UTC if it fits, because most servers use it; else the first zone that fits.
  private static CheckPhrase fits(java.util.SortedSet<String> zones) {
    return CheckPhrase.of(
        "told.zone.fits", zones.contains("UTC") ? "UTC" : zones.getFirst(), zones.size());
  }
}
