package org.libstation.fleet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.fleet.watch.Agreement.Notification;

/// The messages of `libstation-watch-1`, byte for byte.
final class AgreementGoldenTest {
  private static final Notification NOTIFICATION =
      new Notification(
          "fault|CITY/HALL/1|0a1b2c3d|pad N12",
          2,
          "mail",
          Instant.parse("2026-11-25T11:30:00Z"),
          "3.17",
          Instant.parse("2026-11-24T00:00:00Z"));
  private static final String CLAIM =
      "{\"schema\":\"libstation-watch-1\",\"from\":\"00000001.00000002\",\"step\":\"claim\","
          + "\"matter\":\"fault|CITY/HALL/1|0a1b2c3d|pad N12\",\"number\":\"2\",\"way\":\"mail\","
          + "\"since\":\"2026-11-25T11:30:00Z\",\"mark\":\"3.17\","
          + "\"over\":\"2026-11-24T00:00:00Z\"}";

  /// Keeps what it heard.
  private static final class HeardLog implements Agreement.AlertLog {
    final List<Notification> heard = new ArrayList<>();

    @Override
    public boolean wasTold(Notification unit) {
      return false;
    }

    @Override
    public Notification known(Notification unit) {
      return unit;
    }

    @Override
    public void heard(Notification unit, boolean told) {
      heard.add(unit);
    }

    @Override
    public List<Notification> open() {
      return List.of();
    }

    @Override
    public Optional<Notification> stands(Notification open) {
      return Optional.empty();
    }
  }

  @Test
  void a_claim_is_written_with_each_of_its_components() {
    Agreement agreement = new Agreement("00000001", "00000002", new HeardLog());
    agreement.out(Duration.ZERO);

    agreement.ask(NOTIFICATION, Duration.ZERO);

    assertThat(agreement.out(Duration.ZERO)).containsExactly(CLAIM);
  }

  @Test
  void a_claim_is_read_and_answered() {
    assertThat(heard(CLAIM)).containsExactly(NOTIFICATION);
  }

  @Test
  void a_claim_that_cannot_be_read_is_passed_over() {
    for (String wrong :
        List.of(
            CLAIM.replace("\"2\"", "\"two\""),
            CLAIM.replace("T11:30", "Tnn:30"),
            CLAIM.replace("3.17", "3"),
            CLAIM.replaceAll(",\"since\":\"[^\"]*\"", ""),
            CLAIM.replaceAll(",\"over\":\"[^\"]*\"", ""))) {
      assertThat(wrong).isNotEqualTo(CLAIM);
      assertThat(heard(wrong)).isEmpty();
    }
  }

  private static List<Notification> heard(String text) {
    HeardLog log = new HeardLog();
    new Agreement("00000003", "00000004", log).hear(text, Duration.ZERO);
    return log.heard;
  }
}
