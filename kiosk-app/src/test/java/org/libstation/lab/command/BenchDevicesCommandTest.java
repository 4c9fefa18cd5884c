package org.libstation.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.command.Called;

class BenchDevicesCommandTest {
  @TempDir Path dir;

  @Test
  @Tag("full")
  @Timeout(1500)
  void a_quick_run_prints_and_leaves_a_table_with_every_stack_of_the_pad() throws Exception {
    Called station = new Called(new BenchCommand());
    Path out = dir.resolve("out");
    assertThat(station.with("bench", "devices", "--quick", "--out", out.toString())).isZero();
    String table = Files.readString(out.resolve("bench-devices.txt"));
    assertThat(station.out()).isEqualTo(table);
    // Who speaks unasked is measured too.
    assertThat(table).contains("chipcard rdm6300").doesNotContain(" 0 bytes");
    assertThat(table).contains("stack of 1 ", "stack of 5 ", "stack of 10 ", "stack of 20 ");
    assertThat(table)
        .contains("code of 14 signs typed by a scanner", "code of 60 signs typed by a scanner")
        .contains(
            "code of 14 signs in reports of HID-POS", "code of 60 signs in reports of HID-POS");
    assertThat(table)
        .contains(
            "Chinese receipt as text, tap to cut, 19,200",
            "Chinese receipt as raster, tap to cut, 19,200",
            "Chinese receipt as text, tap to cut, 115,200",
            "Chinese receipt as raster, tap to cut, 115,200",
            "Chinese receipt as text, tap to cut, TCP",
            "Chinese receipt as raster, tap to cut, TCP",
            "Chinese receipt by starline, tap to cut, 115,200",
            "Chinese receipt by starline, tap to cut, TCP",
            "Chinese receipt by ippprinter, tap to cut, TCP");
  }
}
