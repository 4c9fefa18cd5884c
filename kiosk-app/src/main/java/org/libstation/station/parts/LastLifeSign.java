package org.libstation.station.parts;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.libstation.check.HealthFile;
import org.libstation.circulation.EventTime;
import org.libstation.site.MomentText;

/// Reads and writes the station's last sign of life in its health file. The sign has the station's
/// corrected time and what was known of the central system's clock. The file's own time is the
/// machine's uncorrected clock.
public final class LastLifeSign {
  static final String SIGN = "sign";

  private LastLifeSign() {}

  /// The sign as figures for the health file.
  public static Map<String, String> figures(EventTime now) {
    return Map.of(SIGN, MomentText.of(now));
  }

  /// Reads the sign. A damaged file without a readable sign yields the file's own time.
  static EventTime of(HealthFile.Health health) {
    try {
      return Optional.ofNullable(health.more().get(SIGN))
          .map(MomentText::read)
          .orElseGet(() -> uncorrected(health));
    } catch (IllegalArgumentException _) {
      return uncorrected(health);
    }
  }

  private static EventTime uncorrected(HealthFile.Health health) {
    return new EventTime(
        health.at().atOffset(ZoneOffset.UTC), "", Duration.ZERO, Optional.empty(), false);
  }
}
