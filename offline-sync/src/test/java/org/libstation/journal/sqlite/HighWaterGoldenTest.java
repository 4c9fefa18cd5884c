package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The file of the high-water mark, byte for byte.
final class HighWaterGoldenTest {
  private static final HighWater REACHED =
      new HighWater(0xf1e2d3, 17, 42, Instant.parse("2026-11-24T10:00:00Z"));
  private static final String WORDS =
      "libstation high-water mark 1: journal 00f1e2d3 entries 17 marks 42 at 2026-11-24T10:00:00Z";
  private static final String LINE = WORDS + " crc 906af083" + " ".repeat(56) + "\n";

  @TempDir private Path root = Path.of("");

  @Test
  void the_line_has_each_component_by_its_name() throws IOException {
    HighWaterFile file = HighWaterFile.of(root.resolve("journal"));

    file.begin(REACHED).close();

    assertThat(root.resolve("journal.mark")).hasContent(LINE);
    assertThat(file.read()).contains(REACHED);
  }

  /// With the check sum of the words where it is asked for.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "libstation",
        "libstation high-water mark 1: ",
        "libstation high-water mark 2: journal 00f1e2d3 entries 17 marks 42 at"
            + " 2026-11-24T10:00:00Z crc 00000000",
        "libstation high-water mark 1: journal 00f1e2d3 entries 17 marks 43 at"
            + " 2026-11-24T10:00:00Z crc 906af083",
        "libstation high-water mark 1: journal 00f1e2d3 entries many marks 42 at"
            + " 2026-11-24T10:00:00Z crc 906af083",
        "libstation high-water mark 1: journal 00f1e2d3 entries 17 marks 42 at noon crc 906af083",
        "libstation high-water mark 1: journal 00f1e2d3 entries 17 marks 42 at",
        "libstation high-water mark 1: journal 00f1e2d3 entries 99999999999999999999 marks 42 at"
            + " 2026-11-24T10:00:00Z crc 906af083"
      })
  void another_line_says_nothing(String line) throws IOException {
    HighWaterFile file = HighWaterFile.of(root.resolve("journal"));
    Files.writeString(file.file(), line + "\n");

    assertThat(file.read()).isEmpty();
  }
}
