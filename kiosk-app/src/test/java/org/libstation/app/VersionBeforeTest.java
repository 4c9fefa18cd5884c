package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.lab.scenario.ScenarioParser;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;
import org.libstation.site.DeviceName;
import org.libstation.site.SettingsFile;
import org.libstation.site.StationSettings;
import picocli.CommandLine;

/// What a station of the version before has on its disk, and what its people have written into
/// their own scripts and manuals, holds: moving a class changes no word of it. (The journal has a
/// test of its own, `JournalOfBeforeTest`.)
class VersionBeforeTest {
  private static final Path HOME = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

  @TempDir private Path site = Path.of("");

  private static String before(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(VersionBeforeTest.class.getResourceAsStream("/before/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void its_settings_are_read_as_they_were() throws IOException {
    Files.writeString(site.resolve("station.yaml"), before("station.yaml"));

    StationSettings settings = SettingsFile.read(site, Map.of());

    // Each key of the file said something: what is not known stops the start.
    assertThat(settings.devices().keySet())
        .extracting(DeviceName::word)
        .containsExactlyInAnyOrder("scanner", "pad", "drop", "bin", "printer");
    assertThat(settings.devices().values())
        .extracting(StationSettings.DeviceEntry::model)
        .contains("feig", "escpos", "modbusbin", "linescanner");
    assertThat(settings.central().dialect()).isEqualTo("embedded");
    assertThat(settings.technician().pins()).hasSize(2);
  }

  @Test
  void its_policy_is_read_as_it_was() throws IOException {
    Path file = Files.writeString(site.resolve("policy.yaml"), before("policy.yaml"));

    PolicyReading read = PolicyReader.read(file);

    assertThat(read).isInstanceOf(PolicyReading.PolicyRead.class);
    assertThat(((PolicyReading.PolicyRead) read).bundle().version())
        .isEqualTo("hkpl-example-2026-1");
  }

  @Test
  void its_scenarios_are_understood() throws Exception {
    Path folder = HOME.resolve("kiosk-app/src/test/resources/before/scenarios");
    List<Path> scenarios;
    try (Stream<Path> files = Files.list(folder)) {
      scenarios = files.sorted().toList();
    }

    assertThat(scenarios).hasSizeGreaterThan(10);
    for (Path each : scenarios) {
      assertThat(new ScenarioParser(each.getFileName().toString()).parse(Files.readString(each)))
          .as(each.toString())
          .isNotEmpty();
    }
  }

  @Test
  void each_code_that_a_patron_may_have_photographed_is_still_explained() throws IOException {
    String codes = Files.readString(HOME.resolve("docs/codes.md"));

    assertThat(before("codes.txt").lines())
        .hasSizeGreaterThan(200)
        .allMatch(code -> Pattern.compile("\\b" + code + "\\b").matcher(codes).find());
  }

  @Test
  void each_command_line_of_it_is_still_understood() throws IOException {
    List<String> now = new ArrayList<>();
    tell("", Main.commandLine(), now);

    assertThat(before("commands.txt").lines()).hasSizeGreaterThan(60);
    for (String line : before("commands.txt").lines().toList()) {
      String command = line.substring(0, line.indexOf(':'));
      String same =
          now.stream()
              .filter(other -> other.startsWith(command + ":"))
              .findFirst()
              .orElse("no command " + command);
      assertThat(Arrays.asList(same.split(" "))).as(command).contains(line.split(" "));
    }
  }

  /// A line a command: its words, then the names of its options with how many values each takes.
  private static void tell(String path, CommandLine command, List<String> lines) {
    TreeSet<String> options = new TreeSet<>();
    command
        .getCommandSpec()
        .options()
        .forEach(
            option ->
                Arrays.stream(option.names())
                    .forEach(name -> options.add(name + "=" + option.arity())));
    lines.add((path + ": " + String.join(" ", options)).strip());
    command
        .getSubcommands()
        .forEach((name, below) -> tell(path.isEmpty() ? name : path + "/" + name, below, lines));
  }
}
