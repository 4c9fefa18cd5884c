package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.device.exam.DeviceFault;

/// What an older program wrote of a device is understood as it was meant.
class RetiredCodesTest {
  @TempDir private Path data = Path.of("");

  @Test
  void each_retired_code_of_a_device_is_read_as_the_page_says() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "codes.md"));
    Map<String, String> today = new TreeMap<>();
    for (MatchResult row :
        Pattern.compile("(?m)^\\| ([A-Z][0-9][0-9A-F]) \\| .* \\| (D[A-Z0-9]+) \\|.*$")
            .matcher(page.substring(page.indexOf("## Retired")))
            .results()
            .toList()) {
      today.put(row.group(1), row.group(2));
    }
    assertThat(today).hasSize(41);
    today.forEach((was, is) -> assertThat(RetiredCodes.today(was)).as(was).isEqualTo(is));
  }

  @ParameterizedTest
  @CsvSource({"R83, DF83", "RF1, DFF1", "D12, D12", "DR11, DR11", "DF83, DF83", "'', ''"})
  void a_status_is_read_too_and_what_is_said_today_stays(String was, String is) {
    assertThat(RetiredCodes.today(was)).isEqualTo(is);
  }

  /// A station that still runs with the older program, asked by today's `doctor`.
  @Test
  void a_slow_bus_of_an_older_program_is_no_unknown_number() throws IOException {
    Files.writeString(
        HealthFile.in(data),
        """
        at=2026-11-27T10:00:00Z
        link=ONLINE
        journal=GOOD
        device.bin.condition=CONNECTING
        device.bin.code=B11
        device.bin.reason=no answer
        device.bin.since=2026-11-27T09:59:00Z
        """);
    Optional<HealthFile.DeviceState> bin =
        HealthFile.read(data).map(health -> health.devices().get("bin"));
    assertThat(bin).map(HealthFile.DeviceState::code).contains("DB11");
    assertThat(new RunningDeviceCheck("bin", bin).run())
        .isInstanceOfSatisfying(
            Verdict.WithFindings.class,
            found ->
                assertThat(found.findings())
                    .extracting(Finding::code)
                    .containsExactly(DeviceFault.SILENT.code()));
  }
}
