package org.libstation.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FineTrialTest {
  @Test
  @Tag("full")
  void measures_each_profile_at_each_age_and_what_calendars_take() throws IOException {
    FineTrial.FineTrialResult result = FineTrial.run(Duration.ofNanos(1));
    assertThat(result.speeds()).hasSize(44).allMatch(speed -> speed.perSecond() > 0);
    assertThat(result.table(Machine.of(Path.of("."))))
        .contains(
            "fines, hkpl, Asia/Hong_Kong, overdue by days: 3,650",
            "fines, staged, Asia/Hong_Kong, overdue by days: 3,650",
            "fines, lost after 60 days, Asia/Hong_Kong, overdue by days: 30",
            "100 places, calendars of 20 years");
  }
}
