package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.flow.state.Suspension;
import org.libstation.policy.PolicyBundle;
import org.libstation.site.PolicyFile;
import org.libstation.station.policy.PolicyInForce;

/// What a station with the example's policy would have said on each day of the story of 2020.
class StoryOf2020Test {
  private static final PolicyBundle POLICY =
      PolicyFile.read(Path.of("..", "config", "policy", "hkpl-example.yaml"));

  @ParameterizedTest
  @CsvSource({
    "2020-01-28T12:00, running,",
    "2020-01-28T21:00, running,",
    "2020-01-29T00:00, stopped,",
    "2020-05-06T10:00, stopped,",
    "2020-07-06T11:59, stopped,",
    "2020-07-07T09:00, stopped, 2020-07-20",
    "2020-07-14T19:59, stopped, 2020-07-20",
    "2020-07-14T20:00, stopped,",
    "2020-07-20T12:00, stopped,",
    "2020-12-10T09:00, stopped,",
    "2021-02-19T12:00, stopped, 2021-03-05",
    "2021-03-04T23:59, stopped, 2021-03-05",
    "2021-03-05T00:00, running,",
  })
  void a_station_says_by_each_notice_whether_fines_count_and_when_they_restart(
      String moment, String fines, @Nullable LocalDate restart) {
    PolicyInForce station =
        new PolicyInForce(
            POLICY, () -> OffsetDateTime.parse(moment + "+08:00").toInstant(), Duration.ZERO);

    boolean stopped = fines.equals("stopped");
    assertThat(station.suspension())
        .isEqualTo(
            stopped
                ? new Suspension(
                    Optional.of(new Suspension.Fines(Optional.ofNullable(restart))), true, true)
                : Suspension.NONE);
  }
}
