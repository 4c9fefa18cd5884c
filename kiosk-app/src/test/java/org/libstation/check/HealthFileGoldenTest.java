package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.SelfNote;

/// `health.properties`, line for line; its first line is the time of writing.
final class HealthFileGoldenTest {
  private static final Instant SINCE = Instant.parse("2026-11-25T01:00:00Z");

  @TempDir private Path data = Path.of("");

  @Test
  void each_component_has_its_name_in_the_file() throws IOException {
    HealthFile.Health health =
        new HealthFile.Health(
            Instant.parse("2026-11-25T01:30:00Z"),
            HealthFile.LinkHealth.SILENT,
            "GOOD",
            Map.of(
                "pad",
                    new HealthFile.DeviceState(
                        HealthFile.HealthCondition.NEEDS_HAND,
                        "N12",
                        "no = answer",
                        List.of(),
                        SINCE),
                "printer",
                    new HealthFile.DeviceState(
                        HealthFile.HealthCondition.READY,
                        "",
                        "paper 80 mm",
                        List.of(
                            new SelfNote("paper", List.of("80", ""), "paper 80 mm"),
                            new SelfNote("", List.of(), "Epson")),
                        SINCE)),
            Map.of("link.p95", "120"));

    HealthFile.write(data, health);

    assertThat(Files.readAllLines(data.resolve(HealthFile.FILE)).stream().skip(1).sorted())
        .containsExactly(
            "at=2026-11-25T01\\:30\\:00Z",
            "device.pad.code=N12",
            "device.pad.condition=NEEDS_HAND",
            "device.pad.reason=no \\= answer",
            "device.pad.since=2026-11-25T01\\:00\\:00Z",
            "device.printer.code=",
            "device.printer.condition=READY",
            "device.printer.reason=paper 80 mm",
            "device.printer.says.0.english=paper 80 mm",
            "device.printer.says.0.name=paper",
            "device.printer.says.0.values=80\\t",
            "device.printer.says.1.english=Epson",
            "device.printer.says.1.name=",
            "device.printer.says.1.values=",
            "device.printer.since=2026-11-25T01\\:00\\:00Z",
            "journal=GOOD",
            "link=SILENT",
            "more.link.p95=120");
    assertThat(HealthFile.read(data)).contains(health);
  }

  /// What an older or a newer program wrote.
  @Test
  void a_device_of_which_little_is_known_needs_a_hand() throws IOException {
    Files.writeString(
        data.resolve(HealthFile.FILE),
        """
        at=2026-11-25T01:30:00Z
        link=CARRIER_PIGEON
        device.pad.condition=DREAMING
        device.pad.since=2026-11-25T01:00:00Z
        """);

    assertThat(HealthFile.read(data))
        .contains(
            new HealthFile.Health(
                Instant.parse("2026-11-25T01:30:00Z"),
                HealthFile.LinkHealth.SILENT,
                "",
                Map.of(
                    "pad",
                    new HealthFile.DeviceState(
                        HealthFile.HealthCondition.NEEDS_HAND, "", "", List.of(), SINCE)),
                Map.of()));
  }
}
