package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.PrintOutcome;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.SampleReceipts;
import org.libstation.device.driver.Drivers;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkOpener;
import org.libstation.lab.link.simulated.ManualClock;

/// A printer that never says anything, at a USB port that does.
class OneWayPrinterTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T06:02:00Z"));
  private final EscPosTwin twin = new EscPosTwin(384);
  private final List<DeviceEvent> events = new ArrayList<>();
  private int portStatus = 0x18;

  private ReceiptPrinter printer(Map<String, String> options) {
    ByteLink link =
        new ByteLink() {
          @Override
          public int read(byte[] buffer, Duration timeout) {
            clock.advance(timeout);
            return 0;
          }

          @Override
          public void write(byte[] bytes, Duration deadline) {
            byte[] _ = twin.exchange(bytes);
          }

          @Override
          public OptionalInt portStatus() {
            return OptionalInt.of(portStatus);
          }

          @Override
          public void close() {
            // Nothing is held.
          }
        };
    return (ReceiptPrinter)
        Drivers.create(
            "escpos",
            "printer",
            DeviceAddress.parse("file:/dev/usb/lp0"),
            options,
            clock,
            events::add,
            new LinkOpener() {
              @Override
              public ByteLink open() {
                return link;
              }

              @Override
              public String describe() {
                return "/dev/usb/lp0";
              }
            });
  }

  @Test
  void its_port_tells_that_paper_is_out_before_a_receipt_is_begun() {
    ReceiptPrinter printer = printer(Map.of("make", "columns-58"));
    steps(printer, 50);
    assertThat(printer.health().usable()).isTrue();
    portStatus = 0x38;
    steps(printer, 50);
    assertThat(printer.health().code()).isEqualTo("DP32");
    printer.print(1, SampleReceipts.english());
    steps(printer, 50);
    assertThat(PrinterBench.outcomes(events))
        .first()
        .isInstanceOfSatisfying(
            PrintOutcome.Failed.class, failed -> assertThat(failed.begun()).isFalse());
    assertThat(twin.hanging().blackDots()).isZero();
    portStatus = 0x18;
    printer.print(2, SampleReceipts.english());
    steps(printer, 400);
    printer.print(3, SampleReceipts.english());
    steps(printer, 400);
    assertThat(twin.hanging().blackDots()).isPositive();
  }

  @Test
  void asked_for_answers_it_is_told_to_be_one_that_can_only_be_written_to() {
    ReceiptPrinter printer = printer(Map.of());
    steps(printer, 50);
    assertThat(printer.health().code()).isEqualTo("DP11");
    assertThat(printer.health().reason()).contains("answers: false");
  }

  private void steps(ReceiptPrinter printer, int count) {
    for (int i = 0; i < count; i++) {
      printer.step();
      clock.advance(Duration.ofMillis(5));
    }
  }
}
