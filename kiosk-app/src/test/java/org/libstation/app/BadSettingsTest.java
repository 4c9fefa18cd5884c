package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.paper.KeptPins;
import org.libstation.process.Kiosk;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;

/// A wrong key or value in any of a site's files: the start refuses it with file, line, key and
/// what was expected.
class BadSettingsTest {
  private static final String NO_KEY = "recovery-key: \"\"";

  @TempDir Path directory;
  private Path site;

  @BeforeEach
  void the_example_site() throws IOException {
    site = StationRig.copyOfExample(directory.resolve("site"));
    int _ = change("station.yaml", NO_KEY, "recovery-key: " + RecoveryKeys.publicPem());
  }

  @Test
  void of_the_settings() throws IOException {
    int line = change("station.yaml", "probe-seconds: 2", "probe-seconds: 2000");
    refused("station.yaml, line " + line, "station.settling.probe-seconds: expected 1 to 300");
  }

  @Test
  void of_a_payment_terminal() throws IOException {
    int line = change("station.yaml", "terminal: simulated", "terminal: abacus");
    refused(
        "station.yaml, line " + line,
        "station.payment.terminal is 'abacus': expected none, simulated or zvt");
  }

  @Test
  void of_a_simulated_terminal_on_a_live_station() throws IOException {
    int _ = change("station.yaml", "mode: demo", "mode: live");
    refused("station.payment.terminal", "for demo and training");
  }

  /// Nor does it make one: the private half would lie on the disk that it is to outlive.
  @Test
  void of_a_live_station_without_a_recovery_key() throws IOException {
    int _ = change("station.yaml", "mode: demo", "mode: live");
    int _ = change("station.yaml", "terminal: simulated", "terminal: none");
    int _ = change("station.yaml", "recovery-key: " + RecoveryKeys.publicPem(), NO_KEY);
    int _ = change("station.yaml", "pin: \"246810\"", "pin: \"" + KeptPins.TECHNICIAN + "\"");
    int _ = change("station.yaml", "pin: \"135790\"", "pin: \"" + KeptPins.STAFF + "\"");
    refused("station.recovery-key", "./station recovery-key");
    assertThat(site.resolve("data/keys/recovery-public.pem")).doesNotExist();
  }

  @Test
  @Tag("full")
  void of_a_device_option() throws IOException {
    int line = change("station.yaml", "coil.lamp: \"1\"", "coil.lok: \"1\"");
    refused("station.yaml, line " + line, "station.devices.bin.options", "coil.lok");
  }

  @Test
  @Tag("full")
  void of_a_device_model() throws IOException {
    int line = change("station.yaml", "model: modbusbin", "model: modbusbinn");
    refused("station.yaml, line " + line, "station.devices.bin.model", "expected: one of");
  }

  @Test
  @Tag("full")
  void of_a_device_address() throws IOException {
    int line =
        change(
            "station.yaml",
            "serial:/dev/libstation/bin?baud=115200",
            "seriell:/dev/libstation/bin");
    refused("station.yaml, line " + line, "station.devices.bin.address", "seriell");
  }

  /// What cannot be read is named in the settings: the line there is told.
  @Test
  void of_a_policy_file_that_is_not_there() throws IOException {
    int line = change("station.yaml", "policy/hkpl-example.yaml", "policy/none.yaml");
    refused(
        "station.yaml, line " + line + ": station.policy: ", "none.yaml", "there is no such file");
    int _ = change("station.yaml", "policy/none.yaml", "policy");
    refused("station.yaml, line " + line + ": station.policy: ", "it is a directory");
    int _ = change("station.yaml", "policy: policy\n", "policy: /dev/zero\n");
    refused("station.yaml, line " + line + ": station.policy: ", "not a plain file");
  }

  @Test
  void of_a_speed_that_no_serial_line_has() throws IOException {
    int line = change("station.yaml", "/pad?baud=38400", "/pad?baud=38401");
    refused(
        "station.yaml, line " + line,
        "station.devices.pad.address",
        "'baud' is '38401'; expected: one of 300, 600, 1200",
        "38400");
  }

  @Test
  void of_the_policy() throws IOException {
    int line = change("policy/hkpl-example.yaml", "mode: all", "mode: sometimes");
    refused("hkpl-example.yaml:" + line, "offline.mode: expected none, returns-only or all");
  }

  @Test
  void of_the_texts() throws IOException {
    Files.createDirectories(site.resolve("texts-own"));
    Files.writeString(site.resolve("texts-own/site.en.properties"), "# ours\nno.such.key = x\n");
    refused("site.en.properties, line 2", "no.such.key: no text has this key; expected one of");
  }

  @Test
  void of_the_theme() throws IOException {
    Path theme = site.resolve("theme/theme.css");
    Files.writeString(theme, ".light {\n  -ls-action: navy;\n}\n");
    assertThatThrownBy(() -> SiteFiles.theme(site))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("theme.css, line 2: -ls-action: expected a colour as #RRGGBB");
    assertThatThrownBy(() -> StationProgram.run(options()))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("theme.css, line 2");
  }

  private Kiosk.Options options() {
    return StationRig.options(site, Map.of());
  }

  private void refused(String... words) {
    assertThatThrownBy(
            () -> StationProgram.start(SettingsFile.read(site, Map.of()), options()).close())
        .isInstanceOf(SiteProblem.class)
        .satisfies(
            problem -> {
              for (String word : words) {
                assertThat(problem).hasMessageContaining(word);
              }
            });
  }

  /// Changes a file.
  ///
  /// @param changes old, new, old, new …
  /// @return the line of the last change, counted from 1
  private int change(String file, String... changes) throws IOException {
    Path path = site.resolve(file);
    int line = 0;
    for (int i = 0; i < changes.length; i += 2) {
      String text = Files.readString(path);
      assertThat(text).contains(changes[i]);
      line =
          1
              + (int)
                  text.substring(0, text.indexOf(changes[i]))
                      .chars()
                      .filter(c -> c == '\n')
                      .count();
      Files.writeString(path, text.replace(changes[i], changes[i + 1]));
    }
    return line;
  }
}
