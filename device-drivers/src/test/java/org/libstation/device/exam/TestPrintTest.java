package org.libstation.device.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.link.LinkLostException;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// What an examination says of a test slip, by how it ended.
class TestPrintTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-29T19:50:00Z"));
  private final EscPosTwin twin = new EscPosTwin(384);
  private int told;

  private Examined examined(String model, Twin far, Map<String, String> options, boolean print)
      throws LinkLostException {
    LoopLine line = new LoopLine("printer", far, clock::advance);
    return examination(model, options).run(line, clock, wishes(print));
  }

  private Examination examination(String model, Map<String, String> options) {
    return Drivers.examination(
            model,
            "printer",
            DeviceAddress.parse("sim:printer"),
            options,
            clock,
            DeviceSheets.shipped())
        .orElseThrow();
  }

  private static ExamWishes wishes(boolean print) {
    Examiner hands =
        new Examiner() {
          @Override
          public boolean asked(Act act) {
            return act == Act.PRINT;
          }

          @Override
          public void over(Act act) {}
        };
    return new ExamWishes(
        Optional.empty(), print, ExamWishes.TEST_CODE, hands, Duration.ofSeconds(3));
  }

  /// It obeys and says nothing.
  private byte[] obey(byte[] came) {
    told += came.length;
    byte[] _ = twin.exchange(came);
    return new byte[0];
  }

  @Test
  void one_that_can_only_be_written_to_is_asked_nothing() throws Exception {
    Examined examined = examined("escpos", this::obey, Map.of("make", "columns-58"), false);
    assertThat(examined.found()).isEmpty();
    assertThat(examined.asked()).isZero();
    assertThat(examined.notTried()).containsExactly(Examiner.Act.PRINT);
    assertThat(told).isZero();
  }

  @Test
  void one_that_can_only_be_written_to_prints_the_slip_and_a_person_is_to_look_at_it()
      throws Exception {
    Examined examined = examined("escpos", this::obey, Map.of("answers", "false"), true);
    assertThat(examined.found()).isEmpty();
    assertThat(examined.asked()).isZero();
    assertThat(examined.look()).isTrue();
    assertThat(twin.tickets()).hasSize(1);
  }

  @Test
  void one_whose_mark_is_switched_off_is_to_be_looked_at_too() throws Exception {
    Examined examined = examined("escpos", twin, Map.of("mark", "none"), true);
    assertThat(examined.found()).isEmpty();
    assertThat(examined.look()).isTrue();
  }
}
