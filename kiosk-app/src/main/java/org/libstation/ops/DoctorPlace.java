package org.libstation.ops;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.libstation.device.exam.ExamWishes;
import org.libstation.ops.check.Check;
import org.libstation.ops.check.Setting;
import org.libstation.text.Words;

/// A site's checks, for `doctor`.
@FunctionalInterface
public interface DoctorPlace {

  /// Never fails for what is wrong with the site: that is a finding.
  ///
  /// @param language BCP 47 tag of what is said
  Ward of(Path config, Map<String, String> overrides, String language, ExamWishes wishes);

  /// @param running whether a station runs with this data directory
  /// @param settings all the station goes by; none where they cannot be read
  record Ward(
      String station,
      boolean running,
      Words words,
      List<Check> checks,
      List<Setting> settings,
      Supplier<OffsetDateTime> now,
      Supplier<Duration> monotonic) {
    public Ward {
      checks = List.copyOf(checks);
      settings = List.copyOf(settings);
    }
  }
}
