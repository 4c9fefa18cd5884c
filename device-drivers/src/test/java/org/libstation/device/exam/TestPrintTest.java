package org.libstation.device.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.ippprinter.lab.IppTwin;
import org.libstation.device.ippprinter.lab.IppTwins;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.starline.lab.StarTwin;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// What an examination says of a test slip, by how it ended.
class TestPrintTest {
  /// So many bytes: the questions before it are fewer, the slip is more.
  private static final int MID_SLIP = 600;

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
            DeviceAddress.parse("tcp:printer:9100"),
            options,
            clock,
            DeviceSheets.shipped())
        .orElseThrow();
  }

  private static ExamWishes wishes(boolean print) {
    Examiner hands =
        new Examiner() {
          @Override
          public boolean asked(ExaminerAct act) {
            return act == ExaminerAct.PRINT;
          }

          @Override
          public void over(ExaminerAct act) {}
        };
    return new ExamWishes(
        Optional.empty(), print, ExamWishes.TEST_CODE, hands, Duration.ofSeconds(3), false);
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
    assertThat(examined.notTried()).containsExactly(Examiner.ExaminerAct.PRINT);
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

  @Test
  void a_queue_that_only_hands_over_is_no_fault_and_its_paper_is_to_be_looked_at()
      throws Exception {
    IppTwin server = new IppTwin();
    server.cups(true);
    try (PluggedTwin plugged = new IppTwins().atPort(server, 0)) {
      Examined examined = examinedAt("tcp:" + plugged.place());
      assertThat(examined.found()).isEmpty();
      assertThat(examined.look()).isTrue();
      assertThat(server.jobs()).hasSize(1);
    }
  }

  @Test
  void a_printer_that_tells_when_it_printed_needs_no_look() throws Exception {
    try (PluggedTwin server = new IppTwins().atPort(new IppTwin(), 0)) {
      Examined examined = examinedAt("tcp:" + server.place());
      assertThat(examined.found()).isEmpty();
      assertThat(examined.look()).isFalse();
    }
  }

  @Test
  void a_server_that_is_not_there_is_one_finding_with_its_place_and_its_reason() throws Exception {
    PluggedTwin server = new IppTwins().atPort(new IppTwin(), 0);
    String address = "tcp:" + server.place();
    server.close();
    assertThat(examinedAt(address).found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.fault()).isEqualTo(DeviceFault.NO_LINE);
              assertThat(found.detail())
                  .contains("DP10: ", address.substring("tcp:".length()), "could not be reached")
                  .doesNotContain("null")
                  .containsIgnoringCase("refused");
            });
  }

  @Test
  void a_printer_that_needs_a_hand_is_not_said_to_be_silent_too() throws Exception {
    IppTwin server = new IppTwin();
    server.printer(5, "media-empty-error");
    try (PluggedTwin plugged = new IppTwins().atPort(server, 0)) {
      assertThat(examinedAt("tcp:" + plugged.place()).found())
          .extracting(Found::fault)
          .containsExactly(DeviceFault.PAPER_OUT);
    }
  }

  /// In the time of this computer: its server is one.
  private static Examined examinedAt(String address) throws LinkLostException {
    LoopLine none = new LoopLine("none", came -> came, _ -> {});
    return Drivers.examination(
            "ippprinter",
            "printer",
            DeviceAddress.parse(address),
            Map.of(),
            DeviceClock.system(),
            DeviceSheets.shipped())
        .orElseThrow()
        .run(none, DeviceClock.system(), wishes(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"escpos", "starline"})
  void a_line_that_breaks_in_mid_slip_is_told_as_the_slip_and_with_its_reason(String model)
      throws Exception {
    Twin printer = model.equals("escpos") ? twin : new StarTwin(576);
    LoopLine[] line = new LoopLine[1];
    Twin far =
        came -> {
          told += came.length;
          byte[] said = printer.exchange(came);
          if (told > MID_SLIP) {
            line[0].unplug();
          }
          return said;
        };
    line[0] = new LoopLine("printer", far, clock::advance);
    Examined examined = examination(model, Map.of()).run(line[0], clock, wishes(true));
    assertThat(examined.look()).isFalse();
    assertThat(examined.found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.fault()).isEqualTo(DeviceFault.NOT_PRINTED);
              assertThat(found.detail()).startsWith("DP12: ").hasSizeGreaterThan(8);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"escpos", "starline"})
  void a_printer_that_falls_silent_in_mid_slip_is_told_as_the_slip_and_with_its_reason(String model)
      throws Exception {
    Twin printer = model.equals("escpos") ? twin : new StarTwin(576);
    Twin far =
        came -> {
          told += came.length;
          return told > MID_SLIP ? new byte[0] : printer.exchange(came);
        };
    Examined examined = examined(model, far, Map.of(), true);
    assertThat(examined.found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.fault()).isEqualTo(DeviceFault.NOT_PRINTED);
              assertThat(found.detail()).matches("DP1[123]: .+");
            });
  }
}
