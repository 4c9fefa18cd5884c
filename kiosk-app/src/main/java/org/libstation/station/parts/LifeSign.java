package org.libstation.station.parts;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.libstation.check.HealthFile;
import org.libstation.circulation.EventTime;
import org.libstation.site.MomentText;

/// The station's last sign of life in its health file, by the station's clock and with what was
/// known of the central system's. The file's own time is the machine's clock as it stands.
public final class LifeSign {
  static final String SIGN = "sign";

  private LifeSign() {}

  /// Figures of the health file that tell the sign.
  public static Map<String, String> figures(EventTime now) {
    return Map.of(SIGN, MomentText.of(now));
  }

  /// The sign; where a damaged file has none that can be read, the file's own time.
  static EventTime of(HealthFile.Health health) {
    try {
      return Optional.ofNullable(health.more().get(SIGN))
          .map(MomentText::read)
          .orElseGet(() -> uncorrected(health));
    } catch (DateTimeException _) {
      return uncorrected(health);
    }
  }

  private static EventTime uncorrected(HealthFile.Health health) {
    return new EventTime(
        health.at().atOffset(ZoneOffset.UTC), "", Duration.ZERO, Optional.empty(), false);
  }
}
