package org.libstation.ops;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.libstation.sync.ZoneMemory;

/// What `clock` needs of a site. Every method throws [SiteProblem] in plain words when it cannot
/// be.
public interface ClockPlace {

  Said said(Path config);

  /// Keeps what a technician says, and writes it into `staff.log`.
  void confirm(Path config, ZoneId zone, String by);

  /// @param configured `station.central.zone`
  /// @param proven whether what was seen is believed
  record Said(
      ZoneId configured,
      Optional<ZoneMemory.Seen> seen,
      Optional<ZoneMemory.Confirmed> confirmed,
      boolean proven) {}
}
