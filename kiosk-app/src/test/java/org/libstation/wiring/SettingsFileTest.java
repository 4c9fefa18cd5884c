package org.libstation.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.command.SiteProblem;

class SettingsFileTest {
  private static final Path SITE = Path.of("..", "config");
  private static final Path EXAMPLE = SITE.resolve("station.yaml");

  @TempDir Path site;

  @Test
  void the_example_site_is_read() {
    StationSettings settings = SettingsFile.read(SITE, Map.of());
    assertThat(settings.central().port()).isEqualTo(6001);
    assertThat(settings.devices()).containsOnlyKeys("scanner", "pad", "drop", "bin", "printer");
    assertThat(settings.library()).containsEntry("zh-Hant-HK", "南堤圖書館");
    assertThat(settings.mode()).isEqualTo(StationSettings.Mode.DEMO);
  }

  @Test
  void an_unknown_key_is_told_by_file_line_and_what_was_expected() throws IOException {
    int line = write("port: 6001", "prot: 6001");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("station.yaml, line " + line)
        .hasMessageContaining("station.central.prot: unknown key; expected one of")
        .hasMessageContaining("port");
  }

  @Test
  void an_extra_key_is_told_with_the_keys_that_exist() throws IOException {
    int line = write("institution: SEL", "institution: SEL\n    colour: red");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("line " + (line + 1))
        .hasMessageContaining("station.central.colour: unknown key; expected one of")
        .hasMessageContaining("charset");
  }

  @Test
  void an_extra_key_of_a_device_is_told_with_the_keys_that_exist() throws IOException {
    write("model: escpos", "model: escpos\n      adress: x");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining(
            "station.devices.printer.adress: unknown key; expected one of address, model, options");
  }

  @Test
  void a_value_of_the_wrong_type_is_told() throws IOException {
    int line = write("port: 6001", "port: sixthousand");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("line " + line)
        .hasMessageContaining("station.central.port is 'sixthousand': expected a whole number");
  }

  @Test
  void a_value_out_of_range_is_told() throws IOException {
    int line = write("warning-seconds: 30", "warning-seconds: 3");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("line " + line)
        .hasMessageContaining("station.patron.warning-seconds: expected 20 to 120");
  }

  @Test
  void a_wrong_mode_is_told_with_the_modes() throws IOException {
    write("mode: demo", "mode: party");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("station.mode is 'party': expected live or demo or training");
  }

  @Test
  void a_value_missing_from_one_device_is_told_at_that_device() throws IOException {
    int line = write("model: escpos", "model: \"\"");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("line " + line)
        .hasMessageContaining("station.devices.printer.model: expected a model such as feig");
  }

  @Test
  void what_is_no_yaml_is_told() throws IOException {
    Files.writeString(site.resolve("station.yaml"), "station: [\n");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of())).hasMessageContaining("is no YAML");
  }

  @Test
  void a_missing_file_is_told() {
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of())).hasMessageContaining("not found");
  }

  @Test
  void an_override_wins_and_is_judged_like_the_file() {
    assertThat(SettingsFile.read(SITE, Map.of("station.central.port", "7001")).central().port())
        .isEqualTo(7001);
    assertThatThrownBy(() -> SettingsFile.read(SITE, Map.of("station.central.porto", "1")))
        .hasMessageContaining("station.central.porto: unknown key");
  }

  private int write(String old, String replacement) throws IOException {
    String text = Files.readString(EXAMPLE);
    assertThat(text).contains(old);
    Files.writeString(site.resolve("station.yaml"), text.replace(old, replacement));
    return (int) text.substring(0, text.indexOf(old)).lines().count();
  }
}
