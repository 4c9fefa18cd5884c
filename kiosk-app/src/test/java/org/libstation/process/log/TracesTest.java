package org.libstation.process.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.driver.Drivers;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.TracedLink;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.slf4j.LoggerFactory;

/// Traces are written when asked for, masked, and end by themselves.
class TracesTest {
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
  private static final String CARD = "28801000000272";

  @TempDir Path dir;

  private final ManualClock clock = new ManualClock(AT);

  private String trace(String name) throws IOException {
    Path file = dir.resolve("traces").resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void of_a_scanner_the_number_of_bytes_and_nothing_of_what_was_scanned()
      throws IOException, LinkLostException {
    LineScannerTwin twin = new LineScannerTwin();
    Traces traces = new Traces(dir, clock);
    LoopLine line = new LoopLine("scanner", twin, clock::advance);
    try (ByteLink link =
        TracedLink.around(line, Drivers.shown("linescanner"), said -> traces.line("scanner", said))
            .open()) {
      read(link, twin);
      assertThat(trace("scanner.trace")).isEmpty();

      Traces.want(dir, List.of("scanner"), AT.plusSeconds(600));
      traces.look();
      read(link, twin);
      assertThat(trace("scanner.trace")).contains("< 15 ••").doesNotContain("32 38 38", CARD);

      clock.advance(Duration.ofMinutes(11));
      traces.look();
      long before = trace("scanner.trace").length();
      read(link, twin);
      assertThat(trace("scanner.trace")).hasSize((int) before);
    }
  }

  private static void read(ByteLink link, LineScannerTwin twin) throws LinkLostException {
    assertThat(twin.scan(CARD)).isTrue();
    byte[] buffer = new byte[64];
    int count = link.read(buffer, Duration.ofMillis(10));
    assertThat(new String(buffer, 0, count, StandardCharsets.US_ASCII)).contains(CARD);
  }

  @Test
  void of_the_central_system_its_own_masked_lines_for_as_long_as_was_asked() throws IOException {
    try (Traces traces = new Traces(dir, clock)) {
      Traces.want(dir, List.of("sip2"), AT.plusSeconds(60));
      traces.look();
      LoggerFactory.getLogger("org.libstation.central.sip2.WireLog").debug("> 63 AA{}", CARD);
      assertThat(trace("sip2.log")).contains("> 63 AA").doesNotContain(CARD);
      clock.advance(Duration.ofMinutes(2));
      traces.look();
      LoggerFactory.getLogger("org.libstation.central.sip2.WireLog").debug("> 98 later");
      assertThat(trace("sip2.log")).doesNotContain("later");
    }
  }
}
