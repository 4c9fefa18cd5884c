package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.barcode.Classifier;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.Drivers;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.parts.ScanPlace;
import org.libstation.device.driver.Drivers;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.run.ScanJudge;

@Timeout(300)
class TestScanCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path dir;

  private ScanPlace place(String path) {
    ScanJudge judge = new ScanJudge(Classifier.usual(), false);
    return (_, _, name, listener) ->
        new ScanPlace.Reader(
            Drivers.create(
                "linescanner",
                name,
                DeviceAddress.parse("serial:" + path + "?baud=9600"),
                Map.of(),
                DeviceClock.system(),
                listener),
            seen -> judge.explain(DeviceRole.SCANNER, seen));
  }

  @Test
  void a_typed_code_is_judged_and_the_reason_is_said() {
    Called called = new Called(new TestScanCommand(place("/dev/null")));
    int status =
        called.with(
            "test-scan",
            "--config",
            "x",
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
        .contains("none of the library's: no rule fits");
  }

  @Test
  void a_scan_of_the_reader_is_shown_with_every_byte() {
    LineScannerTwin twin = new LineScannerTwin();
    twin.wrap("]F0", "\r");
    try (PtyTwin line = PtyTwin.plugged(twin, 9600, Optional.of(dir.resolve("scanner")))) {
      Called called = new Called(new TestScanCommand(place(line.path())));
      Thread _ =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    await().atMost(LIMIT).until(() -> called.said("scanner: ready").isPresent());
                    twin.scan("A31234000012342B");
                  });
      int status = called.with("test-scan", "--config", "x", "--scans", "1", "--seconds", "30");
      assertThat(called.out())
          .contains("bytes       5D 46 30 41 33 31 32 33 34 30 30 30 30 31 32 33 34 32 42 0D")
          .contains("judged      an item, by rule 1");
      assertThat(status).isZero();
    }
  }
}
