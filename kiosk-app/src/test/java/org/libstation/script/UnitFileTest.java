package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The units of the packages, as text.
class UnitFileTest {
  private static final Path PACKAGE = Path.of("../config/package");

  /// `Wants=` would start a wait for a time server: a station without any network must start.
  @Test
  void the_station_starts_after_the_clock_is_set_but_does_not_ask_for_that() throws IOException {
    String unit = "libstation.service";
    assertThat(values(unit, "After")).contains("time-sync.target");
    for (String key : List.of("Wants", "Requires", "Requisite", "BindsTo", "Upholds")) {
      assertThat(values(unit, key)).as(key).doesNotContain("time-sync.target");
    }
  }

  @Test
  void no_unit_waits_for_the_network_to_be_online() throws IOException {
    for (String unit : List.of("libstation.service", "libstation-update.service")) {
      assertThat(values(unit, "After")).doesNotContain("network-online.target");
      assertThat(values(unit, "Wants")).doesNotContain("network-online.target");
    }
  }

  private static List<String> values(String unit, String key) throws IOException {
    return Files.readAllLines(PACKAGE.resolve(unit)).stream()
        .filter(line -> line.startsWith(key + "="))
        .flatMap(line -> Arrays.stream(line.substring(key.length() + 1).split(" ", -1)))
        .toList();
  }
}
