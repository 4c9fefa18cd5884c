package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.driver.Drivers;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.flow.state.Language;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.lab.twin.PaperStrip;

/// Every receipt of the station on the paper of a printer as the station ships with it, in each
/// language and on both widths; the pictures are kept in `target/receipts`, for a person to look
/// at.
@Timeout(600)
class ReceiptPicturesTest {
  private static final Path PICTURES = Path.of("target", "receipts");

  @ParameterizedTest
  @Tag("full")
  @CsvSource({
    "EN, 576",
    "EN, 384",
    "ZH_HANT_HK, 576",
    "ZH_HANT_HK, 384",
    "ZH_HANS, 576",
    "ZH_HANS, 384"
  })
  void each_receipt_is_confirmed_and_none_of_it_runs_over_the_edge(Language language, int dots)
      throws Exception {
    Map<String, Receipt> receipts = new LinkedHashMap<>();
    ReceiptSamples.contents(language)
        .forEach((name, content) -> receipts.put(name, ReceiptSamples.composer().compose(content)));
    receipts.put("test", ReceiptSamples.composer().test(language, ReceiptSamples.AT));
    Files.createDirectories(PICTURES);
    for (Map.Entry<String, Receipt> each : receipts.entrySet()) {
      PaperStrip paper = printed(each.getValue(), dots);
      paper.writePng(
          PICTURES.resolve(
              String.format(Locale.ROOT, "%s-%d-%s.png", language.tag(), dots, each.getKey())));
      assertThat(margin(paper.image(), dots)).as(each.getKey()).isGreaterThanOrEqualTo(0);
    }
  }

  private static PaperStrip printed(Receipt receipt, int dots) {
    ManualClock clock = new ManualClock(Instant.parse("2026-11-24T10:44:00Z"));
    EscPosTwin twin = new EscPosTwin(dots);
    List<DeviceEvent> events = new ArrayList<>();
    ReceiptPrinter printer =
        (ReceiptPrinter)
            Drivers.create(
                "escpos",
                "printer",
                DeviceAddress.parse("serial:/dev/null"),
                Map.of("dots", Integer.toString(dots), "letters", "drawn"),
                clock,
                events::add,
                new LoopLine("loop", twin, clock::advance));
    printer.print(1, receipt);
    DeviceEvent.PrintEnded done =
        new DeviceEvent.PrintEnded("printer", 1, new PrintOutcome.Confirmed());
    for (int i = 0; i < 20_000 && !events.contains(done); i++) {
      printer.step();
      clock.advance(Duration.ofMillis(5));
    }
    assertThat(events).contains(done);
    assertThat(twin.unknown()).isEmpty();
    return twin.tickets().getLast();
  }

  /// White dots between the ink and the right edge of the paper.
  private static int margin(BufferedImage image, int dots) {
    int right = image.getWidth() - (image.getWidth() - dots) / 2;
    for (int x = right - 1; x > 0; x--) {
      for (int y = 0; y < image.getHeight(); y++) {
        if ((image.getRGB(x, y) & 0xFF) < 128) {
          return right - 1 - x;
        }
      }
    }
    return right;
  }
}
