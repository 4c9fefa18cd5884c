package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A live station is not started with a PIN of the example site, and it is not found out anew at
/// each start that it has none.
class JudgedPinsTest {
  /// Of no PIN that anybody knows.
  private static final String OWN =
      "pbkdf2-sha256$100000$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private static final String OTHER =
      "pbkdf2-sha256$100000$AAAAAAAAAAAAAAAAAAAAAA$BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  /// Of `135790`, which stands in the example site.
  private static final String EXAMPLE =
      "pbkdf2-sha256$100000$AAAAAAAAAAAAAAAAAAAAAA$oS0TMJuwPNMde+UDvH8gdVnvvbIumihPMybgZ5o8wic";

  @TempDir Path site;

  @BeforeEach
  void live() throws IOException {
    write(OWN);
  }

  private void write(String pin) throws IOException {
    Files.writeString(
        site.resolve("station.yaml"),
        Files.readString(Path.of("../config/station.yaml"))
            .replace("  mode: demo\n", "  mode: live\n")
            .replace("    terminal: simulated\n", "    terminal: none\n")
            .replace("pin: \"246810\"", "pin: \"" + pin + "\"")
            .replace("pin: \"135790\"", "pin: \"" + OTHER + "\""));
  }

  private StationSettings read() {
    return SettingsFile.read(site, Map.of());
  }

  private Path data() throws IOException {
    return Files.createDirectories(site.resolve("data"));
  }

  @Test
  void a_pin_of_the_example_site_is_refused_as_a_hash_too() throws IOException {
    write(EXAMPLE);
    assertThatThrownBy(this::read)
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining(
            ": station.technician.pin: expected another PIN than those of the example site");
  }

  @Test
  void what_was_judged_is_not_judged_again() throws IOException {
    StationSettings settings = read();
    assertThat(JudgedPins.wereGood(data(), settings.technician())).isFalse();
    JudgedPins.keep(data(), settings);
    assertThat(JudgedPins.wereGood(data(), settings.technician())).isTrue();
    assertThat(read()).isEqualTo(settings);
  }

  @Test
  void a_pin_that_was_changed_since_is_judged() throws IOException {
    JudgedPins.keep(data(), read());
    write(EXAMPLE);
    assertThatThrownBy(this::read).isInstanceOf(SiteProblem.class);
  }

  @Test
  void what_is_kept_tells_nothing_of_them() throws IOException {
    JudgedPins.keep(data(), read());
    assertThat(data().resolve(JudgedPins.FILE)).content().matches("[0-9a-f]{64}\n");
  }

  @Test
  void without_the_directory_nothing_is_kept_and_nothing_fails() {
    StationSettings settings = read();
    JudgedPins.keep(site.resolve("none"), settings);
    assertThat(JudgedPins.wereGood(site.resolve("none"), settings.technician())).isFalse();
  }
}
