package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationProgram;
import org.libstation.app.StationRig;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.process.Kiosk;
import org.libstation.service.setup.SiteSetup;
import org.libstation.site.StrictYaml.YamlText;
import org.libstation.station.parts.SiteBus;

/// Two devices on one port, or one device twice: neither the start nor `setup` takes it.
class OnePortTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-27T00:10:00Z"));

  @TempDir Path dir;
  private Path site = Path.of("");
  private String example = "";

  @BeforeEach
  void the_example_site() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
    write(
        Files.readString(site.resolve("station.yaml"))
            .replace("recovery-key: \"\"", "recovery-key: " + RecoveryKeys.publicPem()));
    example = Files.readString(site.resolve("station.yaml"));
  }

  private void write(String yaml) throws IOException {
    Files.writeString(site.resolve("station.yaml"), yaml);
  }

  private String with(String device, String address) {
    return example.replace("serial:/dev/libstation/" + device + "?", address + "?");
  }

  private static int line(String yaml, String words) {
    List<String> lines = yaml.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i + 1;
      }
    }
    throw new AssertionError("no line has " + words);
  }

  private void refusedAtStart(String yaml, String... words) throws IOException {
    write(yaml);
    Kiosk.Options options = StationRig.options(site, Map.of());
    assertThatThrownBy(
            () -> StationProgram.start(SettingsFile.read(site, Map.of()), options).close())
        .isInstanceOf(SiteProblem.class)
        .satisfies(
            problem -> {
              for (String word : words) {
                assertThat(problem).hasMessageContaining(word);
              }
            });
  }

  @Test
  void two_names_of_one_real_port_stop_the_start_with_both_lines() throws Exception {
    try (PtyTwin twin = PtyTwin.plugged(new FeigTwin(), 38_400, Optional.empty())) {
      Path byId = Files.createDirectories(dir.resolve("by-id")).resolve("usb-FEIG-if00");
      Files.createSymbolicLink(byId, Path.of(twin.path()));
      Path byPath = dir.resolve("pci-0000:00:14.0-usb-0:1");
      Files.createSymbolicLink(byPath, byId);
      String yaml =
          with("pad", "serial:" + byId)
              .replace("serial:/dev/libstation/scanner?", "serial:" + byPath + "?");

      refusedAtStart(
          yaml,
          "station.yaml, line " + line(yaml, "usb-FEIG-if00") + ": station.devices.pad.address: ",
          "also the port of scanner",
          "station.yaml, line "
              + line(yaml, "pci-0000:00:14.0-usb-0:1")
              + ": station.devices.scanner.address");
    }
  }

  @Test
  void one_device_twice_stops_the_start() throws IOException {
    String yaml = with("drop", "serial:/dev/libstation/pad");
    refusedAtStart(
        yaml,
        "station.yaml, line " + (line(yaml, "    drop:") + 2) + ": station.devices.drop.address: ",
        "/dev/libstation/pad is also the port of pad",
        "line " + (line(yaml, "    pad:") + 2) + ": station.devices.pad.address");
  }

  @Test
  void a_printer_on_its_own_device_file_is_compared_too() throws IOException {
    Path lp = Files.createDirectories(dir.resolve("usb")).resolve("lp0");
    Files.createSymbolicLink(lp, Path.of("/dev/null"));
    String yaml =
        with("scanner", "serial:/dev/null")
            .replace("serial:/dev/libstation/printer?baud=115200", "file:" + lp + "?mode=write");

    refusedAtStart(yaml, "station.devices.printer.address", "also the port of scanner");
  }

  @Test
  void one_port_of_the_network_is_one_port() throws IOException {
    String yaml =
        example
            .replace("serial:/dev/libstation/pad?baud=38400&frame=8E1", "tcp:Converter:4001")
            .replace("serial:/dev/libstation/drop?baud=38400&frame=8E1", "tcp:converter:04001");
    refusedAtStart(yaml, "station.devices.drop.address", "also the port of pad");
  }

  @Test
  void an_address_of_a_kind_that_is_not_its_drivers_stops_the_start() throws IOException {
    String yaml =
        with("scanner", "serial:/dev/libstation/scanner")
            .replaceAll("serial:/dev/libstation/printer[^\n]*", "pcsc:SCM");
    refusedAtStart(
        yaml,
        "station.yaml, line " + line(yaml, "pcsc:SCM") + ": station.devices.printer.address: ",
        "the driver 'escpos' is reached by serial:, tcp: or file:, not by 'pcsc:'");
  }

  @Test
  void setup_refuses_it_with_the_lines_the_text_would_have() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("devices.cards.model", "linescanner");
    keys.put("devices.cards.address", "serial:/dev/libstation/../libstation/pad");
    SettingRefusal refusal =
        new SiteSetup(site, Map.of(), CLOCK, _ -> {}, Optional.empty())
            .keys(keys)
            .refused()
            .orElseThrow();

    assertThat(refusal.english()).contains("cards", "pad", "station.yaml, line ");
    assertThat(refusal.toString()).contains("why.SAME_PORT");
  }

  @Test
  void setup_of_a_bus_refuses_a_port_that_is_anothers() throws IOException {
    write(with("bin", "serial:/dev/libstation/scanner"));
    assertThatThrownBy(() -> SiteBus.of(Site.open(site), "bin"))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("also the port of");
  }

  @Test
  void setup_of_a_bus_refuses_a_device_that_is_on_none() {
    assertThatThrownBy(() -> SiteBus.of(Site.open(site), "scanner"))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("expected a device on a bus in station.devices, not 'scanner'");
    assertThatThrownBy(() -> SiteBus.of(Site.open(site), "kettle"))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("not 'kettle'");
  }

  @Test
  void modules_of_one_bus_share_a_line_with_addresses_of_their_own() throws IOException {
    String two =
        example.replace(
            "    printer:\n",
            """
                dropscanner:
                  model: modbusbin
                  address: serial:/dev/libstation/bin?baud=115200
                  options:
                    io.unit: "31"
                    level.unit: "32"
                printer:
            """
                .indent(0));
    assertThatCode(() -> checked(two)).doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                checked(
                    two.replace(
                        "bin?baud=115200\n      options:\n        io.unit",
                        "bin?baud=9600\n      options:\n        io.unit")))
        .hasMessageContaining("the same baud and frame");
    assertThatThrownBy(() -> checked(two.replace("io.unit: \"31\"", "io.unit: \"1\"")))
        .hasMessageContaining("other addresses");
  }

  private void checked(String yaml) throws IOException {
    write(yaml);
    YamlText text = SettingsFile.text(site);
    OnePort.check(site, text, SettingsFile.read(text, Map.of()));
  }

  @Test
  void the_example_has_a_port_for_each() {
    assertThatCode(() -> OnePort.check(site, SettingsFile.read(site, Map.of())))
        .doesNotThrowAnyException();
  }
}
