package org.libstation.device.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.WrongOptionException;
import org.libstation.testkit.Mutations;
import org.libstation.testkit.Sample;

class DeviceSheetTest {
  private static final Path SHIPPED = Path.of("../config/devices");
  private static final String SHEET =
      "# a remark\nmaker: Acme\nunit: 80\nbeep.good: \"1B 37\"\n\nempty:\n";

  @TempDir Path dir;

  @Test
  void a_sheet_is_lines_of_keys_and_values() {
    assertThat(DeviceSheet.parse("acme", SHEET))
        .isInstanceOfSatisfying(
            DeviceSheet.ParsedDeviceSheet.SheetParsed.class,
            good -> {
              assertThat(good.sheet().lines()).hasSize(4);
              assertThat(good.sheet().lines().get("unit"))
                  .isEqualTo(new DeviceSheet.SheetLine(3, "80"));
              assertThat(good.sheet().lines().get("beep.good"))
                  .isEqualTo(new DeviceSheet.SheetLine(4, "1B 37"));
            });
  }

  @Test
  void a_wrong_line_is_named_by_its_number() {
    assertThat(DeviceSheet.parse("acme", "maker: Acme\nunit = 80\n"))
        .isInstanceOfSatisfying(
            DeviceSheet.ParsedDeviceSheet.Wrong.class,
            wrong -> assertThat(wrong.line()).isEqualTo(2));
    assertThat(DeviceSheet.parse("acme", "unit: 1\n\nunit: 2\n"))
        .isEqualTo(new DeviceSheet.ParsedDeviceSheet.Wrong(3, "the key 'unit' only once"));
    assertThat(DeviceSheet.parse("acme", "x".repeat(70_000)))
        .isInstanceOf(DeviceSheet.ParsedDeviceSheet.Wrong.class);
  }

  @Test
  void a_wrong_value_and_an_unknown_key_name_the_file_and_the_line() throws IOException {
    Files.createDirectories(dir.resolve("scanners"));
    Files.writeString(dir.resolve("scanners/acme.yaml"), "maker: Acme\nunit: many\n");
    DeviceSheet sheet = DeviceSheets.of(dir).named("dialect", "scanners", "acme");
    assertThatThrownBy(
            () ->
                sheet.read(
                    "dialect",
                    options -> options.text("maker", "") + options.number("unit", 1, 1, 9)))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("acme.yaml, line 2: option 'unit' is 'many'")
        .hasMessageContaining("a whole number from 1 to 9");
    assertThatThrownBy(() -> sheet.read("dialect", options -> options.text("maker", "")))
        .hasMessageContaining("acme.yaml, line 2: this sheet has no option 'unit'");
  }

  @Test
  void a_sites_own_sheet_stands_before_the_one_that_comes_with_the_program() throws IOException {
    Files.createDirectories(dir.resolve("scanners"));
    Files.writeString(dir.resolve("scanners/honeywell.yaml"), "maker: ours\n");
    DeviceSheets sheets = DeviceSheets.of(dir);
    assertThat(sheets.named("dialect", "scanners", "honeywell").lines()).hasSize(1);
    assertThat(sheets.named("dialect", "scanners", "datalogic").lines()).isNotEmpty();
    assertThatThrownBy(() -> sheets.named("dialect", "scanners", "../honeywell"))
        .hasMessageContaining("expected: one of cipherlab, datalogic, honeywell, plain");
  }

  @Test
  void the_index_names_every_sheet_that_comes_with_the_program() throws IOException {
    List<String> named = Files.readAllLines(SHIPPED.resolve("index.txt"));
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      assertThat(named)
          .containsExactlyElementsOf(
              files
                  .filter(file -> file.toString().endsWith(".yaml"))
                  .map(file -> SHIPPED.relativize(file).toString().replace(".yaml", ""))
                  .sorted()
                  .toList());
    }
  }

  @Test
  void damaged_sheets_are_refused_or_read() {
    Mutations.feed(corpus(), 7, 2_000, DeviceSheetTest::parse);
  }

  @Test
  @Tag("full")
  void very_many_damaged_sheets_are_refused_or_read() {
    Mutations.feed(corpus(), 7, Sample.of(200_000), DeviceSheetTest::parse);
  }

  private static List<byte[]> corpus() {
    DeviceSheets shipped = DeviceSheets.shipped();
    assertThat(shipped.names("scanners")).isNotEmpty();
    return List.of(
        SHEET.getBytes(StandardCharsets.UTF_8),
        "unit: 80\nmap.distance: holding 0x34 1 mm\n".getBytes(StandardCharsets.UTF_8));
  }

  private static void parse(byte[] bytes) {
    switch (DeviceSheet.parse("damaged", new String(bytes, StandardCharsets.UTF_8))) {
      case DeviceSheet.ParsedDeviceSheet.SheetParsed(DeviceSheet sheet) -> {
        try {
          sheet.read(
              "dialect",
              options ->
                  options.text("maker", "")
                      + options.number("unit", 1, 1, 247)
                      + options.hex("beep.good", "").length);
        } catch (WrongOptionException e) {
          assertThat(e.key()).isEqualTo("dialect");
        }
      }
      case DeviceSheet.ParsedDeviceSheet.Wrong wrong -> assertThat(wrong.line()).isPositive();
    }
  }
}
