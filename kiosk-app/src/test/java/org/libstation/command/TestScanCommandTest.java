package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.lab.link.pty.PtyTwin;

@Timeout(300)
class TestScanCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path dir;

  /// A site whose scanner is at the end of this line.
  private String site(String path) throws IOException {
    Path site = StationRig.copyOfExample(dir.resolve("site"));
    Path yaml = site.resolve("station.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml).replace("serial:/dev/libstation/scanner?", "serial:" + path + "?"));
    return site.toString();
  }

  @Test
  void a_typed_code_is_judged_and_the_reason_is_said() throws IOException {
    Called called = new Called(new TestScanCommand());
    String site = site("/dev/null");
    int status =
        called.with(
            "test-scan",
            "--config",
            site,
            "]F0A31234000012342B",
            "31234000012343",
            "9787111020998",
            "HELLO");
    assertThat(status).isZero();
    assertThat(called.out())
        .contains("symbology   ]F0, Codabar")
        .contains("data        31234000012342")
        .contains("judged      an item, by rule 1")
        .contains("misread: the pattern of rule 1 fits, its check digit does not")
        .contains("an ISBN or ISSN")
        .contains("not a barcode of this library: no rule fits");
  }

  @Test
  void a_scan_of_the_reader_is_shown_with_every_byte() throws IOException {
    LineScannerTwin twin = new LineScannerTwin();
    twin.wrap("]F0", "\r");
    try (PtyTwin line = PtyTwin.plugged(twin, 9600, Optional.of(dir.resolve("scanner")))) {
      Called called = new Called(new TestScanCommand());
      String site = site(line.path());
      Thread _ =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    await().atMost(LIMIT).until(() -> called.said("scanner: ready").isPresent());
                    twin.scan("A31234000012342B");
                  });
      int status = called.with("test-scan", "--config", site, "--scans", "1", "--seconds", "30");
      assertThat(called.out())
          .contains("bytes       5D 46 30 41 33 31 32 33 34 30 30 30 30 31 32 33 34 32 42 0D")
          .contains("judged      an item, by rule 1");
      assertThat(status).isZero();
    }
  }
}
