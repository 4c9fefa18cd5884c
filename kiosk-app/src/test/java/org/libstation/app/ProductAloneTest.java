package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.paper.KeptPins;
import org.libstation.station.parts.JournalParts;
import org.libstation.testkit.Needs;

/// The program of a library: its archives without those of the laboratory, the tools and the fleet.
@Tag("full")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ProductAloneTest {
  private static final Duration SOON = Duration.ofMinutes(8);

  private static final Pattern OPTIONAL = Pattern.compile("-(tools|fleet)\\.jar$");

  private static Path home = Path.of("");
  private static Path program = Path.of("");

  @TempDir private Path out = Path.of("");

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.needed();
    program = home.resolve("kiosk-app/target/app");
    Needs.screens();
  }

  /// The core's archives and those of others, by links.
  private Path core() throws IOException {
    Path core = Files.createDirectories(out.resolve("core"));
    try (Stream<Path> archives = Files.list(program.resolve("lib"))) {
      for (Path archive :
          archives.filter(each -> !OPTIONAL.matcher(each.toString()).find()).toList()) {
        Files.createSymbolicLink(core.resolve(archive.getFileName()), archive);
      }
    }
    return core;
  }

  /// As the program is started, with nothing of the optional archives to be found.
  private ProcessBuilder alone(String... words) throws IOException {
    Path arguments = out.resolve("station.args");
    Path core = core();
    List<String> lines =
        Files.readAllLines(program.resolve("station.args")).stream()
            .filter(line -> !line.startsWith("-XX:AOTCache="))
            .map(
                line ->
                    line.startsWith("-Xlog:aot")
                        ? "-Xlog:class+load=info:file=\"" + out.resolve("classes-%p") + "\""
                        : line)
            .map(line -> line.contains("/lab/*") ? "\"" + core + "/*\"" : line)
            .map(
                line ->
                    line.startsWith("-Dlibstation.args=")
                        ? "-Dlibstation.args=\"" + arguments + "\""
                        : line)
            .toList();
    Files.write(arguments, lines);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + arguments,
                "org.libstation.app.Main"));
    command.addAll(List.of(words));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(out.resolve("said").toFile());
    process.environment().remove("DISPLAY");
    return process;
  }

  private String said() throws IOException {
    return Files.readString(out.resolve("said"));
  }

  /// What the virtual machines say that they loaded.
  private String classes() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(it -> it.toString().contains("classes-")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  /// The example site as a library would have it: its own PIN, nothing simulated.
  private String[] run(String mode) throws IOException {
    Path site = out.resolve("site");
    try (Stream<Path> files = Files.walk(home.resolve("config"))) {
      for (Path file : files.toList()) {
        Path to = site.resolve(home.resolve("config").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    Path yaml = site.resolve("station.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace("  mode: demo\n", "  mode: " + mode + "\n")
            .replace("terminal: simulated", "terminal: none")
            .replace("pin: \"246810\"", "pin: \"" + KeptPins.TECHNICIAN + "\"")
            .replace("pin: \"135790\"", "pin: \"" + KeptPins.STAFF + "\""));
    if (mode.equals("live")) {
      Files.copy(RecoveryKeys.publicPem(), site.resolve(JournalParts.PUBLIC_KEY));
    }
    return new String[] {
      "run", "--config", site.toString(), "--set", "station.data=" + out.resolve("data")
    };
  }

  @Test
  void a_live_station_starts_without_any_optional_archive() throws Exception {
    Process supervisor = alone(run("live")).start();
    try {
      Path log = out.resolve("data/logs/station.log");
      await()
          .atMost(SOON)
          .failFast("it ended", () -> !supervisor.isAlive())
          .untilAsserted(() -> assertThat(log).content().contains("the station is ready"));
      supervisor.destroy();
      assertThat(supervisor.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(supervisor.exitValue()).isEqualTo(143);
      assertThat(log).content().doesNotContain("ClassNotFound", "NoClassDefFound");
      // The example has no fleet: of its client not one class was there, in no process.
      assertThat(classes())
          .contains("org.libstation.app.EngineConfiguration")
          .doesNotContain("com.hivemq.", "io.netty.", "io.reactivex.", "org.libstation.fleet.");
    } finally {
      supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
      supervisor.destroyForcibly();
    }
  }

  @Test
  void training_without_the_laboratory_is_refused_in_words() throws Exception {
    assertThat(alone(run("training")).start().waitFor()).isEqualTo(2);
    assertThat(said())
        .contains("station.mode", "demo and training need the laboratory")
        .doesNotContain("Exception", "at org.");
  }

  /// They are read beside the toolkit, and told as if they were read in their turn.
  @ParameterizedTest
  @CsvSource({
    "policy/hkpl-example.yaml, mode: all, mode: sometimes, offline.mode: expected none",
    "dialects/own.yaml, based-on: koha-25, based-upon: koha-25, based-upon"
  })
  void what_is_wrong_in_rules_or_dialect_ends_the_start_in_words(
      String file, String right, String wrong, String told) throws Exception {
    List<String> words = new ArrayList<>(List.of(run("live")));
    Path site = out.resolve("site");
    Files.writeString(site.resolve("dialects/own.yaml"), "dialect:\n  based-on: koha-25\n");
    words.addAll(List.of("--set", "station.central.dialect=dialects/own.yaml", "--unsupervised"));
    Path changed = site.resolve(file);
    assertThat(changed).content().contains(right);
    Files.writeString(changed, Files.readString(changed).replace(right, wrong));

    int status = alone(words.toArray(new String[0])).start().waitFor();
    assertThat(status).as(said()).isEqualTo(2);
    assertThat(said())
        .contains(Path.of(file).getFileName().toString(), told)
        .doesNotContain("Exception", "at org.");
  }

  @Test
  void a_command_of_the_laboratory_says_that_it_is_not_there() throws Exception {
    assertThat(alone("demo", "--headless", "--out", "x").start().waitFor()).isEqualTo(2);
    assertThat(said())
        .contains("demo: this command belongs to the laboratory")
        .doesNotContain("Exception", "Usage");
  }

  @ParameterizedTest
  @CsvSource({
    "probe, , probe: this command belongs to the archive `tools`",
    "fleet, keys, fleet: this command belongs to the archive `fleet`",
    "journal, merge, merge: this command belongs to the archive `tools`"
  })
  void a_command_of_an_optional_archive_says_that_it_is_not_there(
      String first, @Nullable String second, String told) throws Exception {
    List<String> words = Stream.of(first, second).filter(Objects::nonNull).toList();
    assertThat(alone(words.toArray(new String[0])).start().waitFor()).isEqualTo(2);
    assertThat(said()).contains(told).doesNotContain("Exception", "Usage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tools", "fleet"})
  void an_optional_archive_holds_its_own_package_and_no_other_archive_does(String name)
      throws IOException {
    String own = "org/libstation/" + name + "/";
    assertThat(names("lib", "-" + name + ".jar"))
        .filteredOn(each -> each.endsWith(".class"))
        .isNotEmpty()
        .allMatch(each -> each.startsWith(own));
    try (Stream<Path> archives = Files.list(core())) {
      for (Path archive : archives.toList()) {
        try (JarFile jar = new JarFile(archive.toFile())) {
          assertThat(jar.stream().map(ZipEntry::getName)).noneMatch(each -> each.startsWith(own));
        }
      }
    }
  }

  @Test
  void no_archive_of_the_program_holds_a_piece_of_the_laboratory() throws IOException {
    assertThat(names("lib", "")).noneMatch(name -> name.matches("org/libstation/(.*/)?lab/.*"));
    assertThat(names("lib", "")).noneMatch(name -> name.startsWith("org/openjdk/jmh"));
    assertThat(names("lab", "-lab.jar"))
        .allMatch(name -> name.startsWith("META-INF/") || name.startsWith("org/"))
        .anyMatch(name -> name.endsWith("/FeigTwin.class"))
        .filteredOn(name -> name.endsWith(".class"))
        .allMatch(name -> name.matches("org/libstation/(.*/)?lab/.*"));
  }

  private static List<String> names(String directory, String ending) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> archives = Files.list(program.resolve(directory))) {
      for (Path archive : archives.filter(each -> each.toString().endsWith(ending)).toList()) {
        try (JarFile jar = new JarFile(archive.toFile())) {
          jar.stream().map(ZipEntry::getName).forEach(names::add);
        }
      }
    }
    return names;
  }
}
