package org.libstation.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.script.Checkout.Said;
import org.libstation.testkit.Needs;

/// The script builds aside and swaps; whatever happens to a build, the program that stood stands.
class StationScriptTest {
  /// Of all commands of the script it is killed at so many; `-Dlibstation.cuts=all` at each.
  private static final int SAMPLE = 12;

  /// About as many commands has a build.
  private static final int MOST_COMMANDS = 190;

  private static final String MAIN = "kiosk-app/src/main/java/Main.java";

  /// Bytes.
  private static final long ROOM_FOR_TESTS = 4_096_000_000L;

  @TempDir private Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private Checkout checkout;

  @BeforeEach
  void aProgramStands() throws Exception {
    Needs.programs("flock", "setpriv", "mount");
    Needs.screens();
    checkout = Checkout.in(dir);
    assertThat(says("doctor")).isEqualTo("program: first");
  }

  private String says(String... words) throws Exception {
    return checkout.station(words).out().lines().findFirst().orElse("");
  }

  @Test
  void nothing_is_built_while_no_source_changes() throws Exception {
    assertThat(says("doctor")).isEqualTo("program: first");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void a_build_says_why_and_each_phase() throws Exception {
    checkout.source(MAIN, "second");
    Said said = checkout.station("doctor");
    assertThat(said.out()).startsWith("program: second");
    assertThat(said.err().lines())
        .anyMatch(line -> line.contains("building, since " + MAIN + " was changed"))
        .anyMatch(line -> line.contains("3 of 3, kiosk-app"))
        .anyMatch(line -> line.contains("checking that the program starts"))
        .anyMatch(line -> line.contains("built in "));
  }

  @Test
  void a_build_that_fails_leaves_the_program_and_says_how_to_start_it() throws Exception {
    checkout.source(MAIN, "second");
    Files.writeString(checkout.fake("maven-fails"), "[ERROR] cannot find symbol\n");
    Said failed = checkout.station("doctor");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.err()).contains("cannot find symbol", "is unchanged", "--as-built");
    assertThat(says("--as-built", "doctor")).isEqualTo("program: first");
    Files.delete(checkout.fake("maven-fails"));
    assertThat(says("doctor")).isEqualTo("program: second");
  }

  @Test
  void a_build_that_fails_says_first_what_it_comes_to_and_then_its_errors_alone() throws Exception {
    checkout.source(MAIN, "second");
    Files.writeString(
        checkout.fake("maven-fails"),
        """
        [INFO] Compiling 3 source files
        [ERROR] Main.java:[3,8] cannot find symbol
        [INFO] Total time:  4 s
        [ERROR] Failed to execute goal compile: Compilation failure
        [ERROR] Main.java:[3,8] cannot find symbol
        [ERROR] -> [Help 1]
        [ERROR]\s
        [ERROR] Re-run Maven using the -X switch to enable full debug logging.
        """);
    assertThat(checkout.station("doctor").err().lines().dropWhile(line -> !line.contains("failed")))
        .satisfiesExactly(
            line -> assertThat(line).contains("the build failed; the program of", "is unchanged"),
            line -> assertThat(line).isEqualTo("  Main.java:[3,8] cannot find symbol"),
            line -> assertThat(line).contains("Failed to execute goal"),
            line -> assertThat(line).startsWith("station: the whole log: ").endsWith("/log"));
  }

  @Test
  void a_program_that_does_not_start_is_not_swapped_in() throws Exception {
    checkout.source(MAIN, "broken");
    Said failed = checkout.station("build");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.err()).contains("no main class", "does not start");
    assertThat(says("--as-built", "doctor")).isEqualTo("program: first");
  }

  @Test
  void a_station_starts_what_stands_when_it_cannot_be_built() throws Exception {
    checkout.source(MAIN, "second");
    Files.writeString(checkout.fake("maven-fails"), "No space left on device\n");
    Said said = checkout.station("run");
    assertThat(said.out()).startsWith("program: first");
    assertThat(said.err()).contains("No space left on device", "is started");
  }

  @Test
  @Tag("full")
  void a_full_disk_leaves_the_program() throws Exception {
    Path disk = Files.createDirectory(dir.resolve("disk"));
    run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
    try {
      // On a disk of its own, which is full.
      Path target = checkout.home().resolve("kiosk-app/target");
      run("cp", "-a", target + "/.", disk.toString());
      run("mount", "--bind", disk.toString(), target.toString());
      try {
        checkout.source(MAIN, "second");
        assertThat(says("doctor")).isEqualTo("program: second");
        run("sh", "-c", "cat /dev/zero >" + disk.resolve("fill") + " 2>/dev/null; true");
        checkout.source(MAIN, "third");
        Said failed = checkout.station("doctor");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err()).containsPattern("only [01] MiB are free in .*: make room");
        assertThat(says("--as-built", "doctor")).isEqualTo("program: second");
        assertThat(says("run")).isEqualTo("program: second");
        Files.delete(disk.resolve("fill"));
        assertThat(says("doctor")).isEqualTo("program: third");
      } finally {
        run("umount", target.toString());
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  @Tag("full")
  void two_calls_at_once_build_once_and_the_second_says_that_it_waits() throws Exception {
    checkout.source(MAIN, "second");
    Files.createFile(checkout.fake("maven-waits"));
    Process one = checkout.start(List.of(), Map.of(), "doctor");
    await().until(() -> Files.exists(checkout.fake("maven-is-here")));
    Process two = checkout.start(List.of(), Map.of(), "doctor");
    await().until(() -> checkout.sofar(two).err().contains("waiting"));
    Files.delete(checkout.fake("maven-waits"));
    assertThat(checkout.said(one).out()).startsWith("program: second");
    assertThat(checkout.said(two).out()).startsWith("program: second");
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  @Tag("full")
  void a_source_that_is_gone_or_renamed_is_built_without_what_was_made_of_it() throws Exception {
    checkout.source("kiosk-app/src/main/java/Other.java", "other");
    assertThat(checkout.station("doctor").out()).contains("other");
    Files.delete(checkout.home().resolve("kiosk-app/src/main/java/Other.java"));
    Said said = checkout.station("doctor");
    assertThat(said.err()).contains("kiosk-app/src/main/java/Other.java is gone");
    assertThat(Files.readString(checkout.home().resolve("kiosk-app/target/app/lib/all.jar")))
        .isEqualTo("first");
  }

  @Test
  @Tag("full")
  void the_script_and_what_of_config_is_packed_are_sources_and_the_example_site_is_not()
      throws Exception {
    checkout.source("config/station.yaml", "station: two");
    assertThat(says("doctor")).isEqualTo("program: first");
    assertThat(checkout.builds()).isEqualTo(1);
    checkout.source("config/dialects/koha.yaml", "base: other");
    assertThat(checkout.station("doctor").err()).contains("config/dialects/koha.yaml");
    Path script = checkout.home().resolve("station");
    Files.writeString(script, Files.readString(script) + "\n# changed\n");
    assertThat(checkout.station("doctor").err()).contains("station was changed");
    assertThat(checkout.builds()).isEqualTo(3);
  }

  @Test
  void a_source_with_an_older_time_is_seen_too() throws Exception {
    checkout.source(MAIN, "second");
    Files.setLastModifiedTime(
        checkout.home().resolve(MAIN), java.nio.file.attribute.FileTime.fromMillis(0));
    assertThat(says("doctor")).isEqualTo("program: second");
  }

  @Test
  void a_source_that_was_touched_and_says_what_it_said_is_not_built_again() throws Exception {
    checkout.source(MAIN, "first");
    assertThat(checkout.station("doctor").err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
    checkout.source(MAIN, "fives");
    assertThat(says("doctor")).isEqualTo("program: fives");
  }

  @Test
  void a_checkout_that_was_moved_is_built_where_it_is() throws Exception {
    run("cp", "-a", checkout.home().toString(), dir.resolve("elsewhere").toString());
    run("rm", "-rf", checkout.home().toString());
    run("mv", dir.resolve("elsewhere").toString(), checkout.home() + "-moved");
    run("ln", "-s", checkout.home() + "-moved", checkout.home().toString());
    Said said = checkout.station("doctor");
    assertThat(said.err()).contains("another directory");
    assertThat(said.out()).startsWith("program: first");
  }

  @Test
  void a_user_who_may_not_write_starts_what_is_built() throws Exception {
    List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    // The directories of a test are their owner's alone.
    run("chmod", "-R", "a+rX", dir.toString());
    run("chmod", "a+x", dir.toString());
    Process current = checkout.start(nobody, Map.of(), "run");
    assertThat(checkout.said(current).out()).startsWith("program: first");
    assertThat(checkout.sofar(current).err()).isEmpty();
    checkout.source(MAIN, "second");
    Process stale = checkout.start(nobody, Map.of(), "run");
    assertThat(checkout.said(stale).out()).startsWith("program: first");
    assertThat(checkout.sofar(stale).err().lines())
        .singleElement()
        .asString()
        .contains("was changed", "may not build here", "is started");
    assertThat(checkout.said(checkout.start(nobody, Map.of(), "build")).status()).isEqualTo(1);
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void a_cache_that_is_gone_is_told_in_one_line() throws Exception {
    Path arguments = checkout.home().resolve("kiosk-app/target/app/station.args").toRealPath();
    Files.writeString(
        arguments,
        Files.readString(arguments) + "-XX:AOTCache=\"" + dir.resolve("gone.aot") + "\"\n");
    Said said = checkout.station("doctor");
    assertThat(said.out()).startsWith("program: first");
    assertThat(said.err().lines()).singleElement().asString().contains("./station cache");
    assertThat(Files.readString(arguments))
        .as("what the virtual machine itself would say of it")
        .contains("-Xlog:aot=off:stderr");
  }

  @Test
  @Tag("full")
  void a_program_that_runs_keeps_its_files_through_a_build() throws Exception {
    Process runs = checkout.start(List.of(), Map.of(), "stay");
    await().until(() -> Files.exists(checkout.fake("stays")));
    checkout.source(MAIN, "second");
    assertThat(says("doctor")).isEqualTo("program: second");
    checkout.source(MAIN, "third");
    assertThat(says("doctor")).isEqualTo("program: third");
    Files.delete(checkout.fake("stays"));
    assertThat(checkout.said(runs).out()).contains("still: first");
    checkout.source(MAIN, "fourth");
    assertThat(says("doctor")).isEqualTo("program: fourth");
    assertThat(programs()).as("those that nobody uses are gone").isEqualTo(1);
  }

  @Test
  void as_root_it_says_what_it_installs_and_installs_it_without_a_terminal() throws Exception {
    Needs.root();
    checkout.source(MAIN, "second");
    Said said = without("build");
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.err()).contains("installing Debian's packages maven (./station --no-install");
    assertThat(checkout.fake("apt")).hasContent("update\ninstall -y --no-install-recommends maven");
    assertThat(says("doctor")).isEqualTo("program: second");
  }

  @Test
  void it_prints_the_command_instead_when_it_is_to_install_nothing() throws Exception {
    checkout.source(MAIN, "second");
    Said said = without("--no-install", "build");
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err())
        .contains("as root: apt-get update && apt-get install -y --no-install-recommends maven\n");
    assertThat(checkout.fake("apt")).doesNotExist();
    assertThat(says("--no-install", "--as-built", "doctor"))
        .as("nothing that it needs is missing")
        .isEqualTo("program: first");
  }

  @Test
  void where_the_system_is_no_debian_it_says_what_is_missing_by_its_own_name() throws Exception {
    checkout.source(MAIN, "second");
    Files.delete(checkout.fake("bin/apt-get"));
    Said said = without("build");
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err())
        .contains("missing on this machine: mvn\n", "these packages hold it: maven", "not tested");
  }

  private Said without(String... words) throws Exception {
    return checkout.said(checkout.start(List.of(), Map.of("PATH", checkout.withoutMaven()), words));
  }

  @Test
  @Tag("full")
  void a_call_that_is_ended_takes_its_maven_along_and_leaves_nothing_half() throws Exception {
    checkout.source(MAIN, "second");
    Files.createFile(checkout.fake("maven-waits"));
    Process ended = checkout.start(List.of(), Map.of(), "doctor");
    await().until(() -> Files.exists(checkout.fake("maven-is-here")));
    ended.destroy();
    assertThat(checkout.said(ended).status()).isEqualTo(143);
    assertThat(programs()).isEqualTo(1);
    assertThat(says("--as-built", "doctor")).isEqualTo("program: first");
    Files.delete(checkout.fake("maven-waits"));
    assertThat(says("doctor")).isEqualTo("program: second");
  }

  @Test
  @Tag("full")
  void a_call_that_was_killed_takes_its_maven_along_too() throws Exception {
    checkout.source(MAIN, "second");
    Files.createFile(checkout.fake("maven-waits"));
    Process killed = checkout.start(List.of(), Map.of(), "doctor");
    await().until(() -> Files.exists(checkout.fake("maven-is-here")));
    ProcessHandle maven = checkout.maven();
    killed.destroyForcibly();
    checkout.said(killed);
    await().until(() -> !maven.isAlive());
    Files.delete(checkout.fake("maven-waits"));
    assertThat(says("doctor")).isEqualTo("program: second");
    assertThat(programs()).isEqualTo(1);
  }

  @Test
  @Tag("full")
  void a_test_that_was_killed_takes_its_maven_along_too() throws Exception {
    Files.createFile(checkout.fake("maven-waits"));
    Process killed = checkout.start(List.of(), Map.of(), "test");
    await().until(() -> Files.exists(checkout.fake("maven-is-here")));
    ProcessHandle maven = checkout.maven();
    killed.destroyForcibly();
    checkout.said(killed);
    await().until(() -> !maven.isAlive());
  }

  @Test
  @Tag("full")
  void what_a_killed_compiler_left_is_compiled_anew() throws Exception {
    Path half = checkout.home().resolve("kiosk-app/target/classes/Half.java");
    checkout.source(MAIN, "second");
    Files.createFile(checkout.fake("maven-waits"));
    Process killed = checkout.start(List.of(), Map.of(), "doctor");
    await().until(() -> Files.exists(checkout.fake("maven-is-here")));
    killed.destroyForcibly();
    checkout.said(killed);
    Files.writeString(half, "half");
    Files.delete(checkout.fake("maven-waits"));
    assertThat(says("doctor")).isEqualTo("program: second");
    assertThat(half).doesNotExist();
  }

  @Test
  void all_tests_look_for_what_the_compiler_does_not_see_in_every_class() throws Exception {
    Path quick = checkout.home().resolve("kiosk-app/target/classes/Quick.java");
    assertThat(checkout.calls().getLast()).contains("-Dcompiler.checks=");
    Files.writeString(quick, "compiled without");
    checkout.station("test");
    assertThat(checkout.calls().getLast()).contains("-Dcompiler.checks=");
    assertThat(quick).exists();
    checkout.station("test", "--all");
    assertThat(checkout.calls())
        .as("the program and the tests are compiled once")
        .filteredOn(call -> call.endsWith(" verify"))
        .hasSize(3)
        .last()
        .asString()
        .doesNotContain("-Dcompiler.checks=");
    assertThat(checkout.calls())
        .filteredOn(call -> call.endsWith(" surefire:test"))
        .as("the libraries are tested once in a call")
        .hasSize(2);
    assertThat(quick).doesNotExist();
    Files.writeString(quick, "compiled with");
    checkout.station("test", "--all");
    assertThat(quick).exists();
  }

  /// In memory where there is room, and nothing is left there: neither by itself, nor by one that
  /// was killed.
  @Test
  void what_tests_write_is_in_memory_and_gone_afterwards() throws Exception {
    Path memory = Path.of("/dev/shm");
    Path killed = memory.resolve("libstation-tests-4194305");
    Files.createDirectories(killed.resolve("left"));
    checkout.station("test");
    String call = checkout.calls().getLast();
    if (Files.getFileStore(memory).getUsableSpace() > ROOM_FOR_TESTS) {
      assertThat(call).contains("-Dtest.temp=" + memory + "/libstation-tests-");
      Path used = Path.of(call.replaceAll(".*-Dtest.temp=(\\S+).*", "$1"));
      assertThat(used).doesNotExist();
    } else {
      assertThat(call).doesNotContain("test.temp");
    }
    assertThat(killed).doesNotExist();
  }

  /// They wait for nothing that is compiled after them.
  @Test
  void the_libraries_are_tested_beside_the_module_that_needs_them() throws Exception {
    Files.writeString(
        checkout.fake("libraries-fail"),
        "[ERROR] org.Some.early -- Time elapsed: 1 s <<< FAILURE!\n");
    Said red = checkout.station("test");
    assertThat(red.status()).isOne();
    assertThat(red.out())
        .endsWith("Red:\n[ERROR] org.Some.early -- Time elapsed: 1 s <<< FAILURE!\n");
    List<String> calls = checkout.calls();
    assertThat(calls.get(calls.size() - 2))
        .endsWith("-Dtest.excluded=full -Dlibraries.tested.elsewhere=true verify");
    assertThat(calls.getLast())
        .contains("-Dtest.excluded=full")
        .endsWith("-pl device-drivers,offline-sync surefire:test");
    // Whoever names some gets these.
    assertThat(checkout.station("test", "-Dtest=SomeTest").status()).isZero();
    assertThat(checkout.calls().getLast()).endsWith("-Dtest.excluded=full -Dtest=SomeTest verify");
  }

  @Test
  void what_each_part_costs_is_written_down() throws Exception {
    Files.writeString(
        checkout.fake("tests-say"),
        """
        [INFO] Tests run: 2, Failures: 0, Time elapsed: 1,002.5 s -- in org.libstation.script.PackageTest
        [WARNING] Tests run: 1, Skipped: 1, Time elapsed: 7.25 s -- in org.libstation.fleet.mqtt.SomeTest
        """);
    Said said = checkout.station("test", "--all");
    Path costs = checkout.home().resolve("target/test-costs.md");
    assertThat(said.err()).contains("what the tests cost: " + costs);
    assertThat(costs)
        .content()
        .contains("| the compile, with Error Prone, and the program |", "| the tests |")
        .contains("| packages | 1002 |", "| brokers | 7 |", "| all | 1009 |")
        .contains("| org.libstation.script.PackageTest | 1002.5 |\n| org.libstation.fleet");
  }

  /// All tests go on behind a red one, and Maven then ends as if all were well.
  @Test
  void what_was_red_among_all_tests_is_red_at_the_end_and_named() throws Exception {
    Files.writeString(checkout.fake("tests-say"), "[INFO] Tests run: 2, Failures: 0\n");
    Checkout.Said well = checkout.station("test", "--all");
    assertThat(well.status()).isZero();
    assertThat(well.out()).contains("[INFO] Tests run: 2, Failures: 0").doesNotContain("Red:");
    assertThat(checkout.calls().getLast()).contains("-Dmaven.test.failure.ignore=true");
    Files.writeString(
        checkout.fake("tests-say"),
        """
        [ERROR] Tests run: 2, Failures: 1 <<< FAILURE! -- in org.Some
        [ERROR] org.Some.late -- Time elapsed: 1 s <<< FAILURE!
        expected: 2
         but was: 1
        \tat org.Some.late(Some.java:7)
        some noise
        [INFO] BUILD SUCCESS
        """);
    Checkout.Said red = checkout.station("test", "--all");
    assertThat(red.status()).isOne();
    assertThat(red.out())
        .endsWith(
            """
            Red:
            [ERROR] org.Some.late -- Time elapsed: 1 s <<< FAILURE!
            expected: 2
             but was: 1
            """);
  }

  @Test
  void all_tests_start_the_program_with_a_cache_that_is_made_once_for_each_build()
      throws Exception {
    checkout.station("test");
    assertThat(checkout.fake("caches")).doesNotExist();
    assertThat(checkout.station("test", "--all").status()).isZero();
    assertThat(checkout.station("test", "--all").status()).isZero();
    assertThat(checkout.fake("caches")).hasContent("cache");
    checkout.source(MAIN, "second");
    assertThat(checkout.station("test", "--all").status()).isZero();
    assertThat(checkout.fake("caches")).hasContent("cache\ncache");
  }

  @Test
  void a_cache_that_cannot_be_made_or_used_is_red_and_the_tests_run_all_the_same()
      throws Exception {
    Files.writeString(checkout.fake("tests-say"), "[INFO] Tests run: 2, Failures: 0\n");
    Files.writeString(checkout.fake("cache-fails"), "no room\n");
    Said failed = checkout.station("test", "--all");
    assertThat(failed.status()).isOne();
    assertThat(failed.out())
        .contains("[INFO] Tests run: 2, Failures: 0", "Red: no ahead-of-time cache", "cache.log");
    Files.delete(checkout.fake("cache-fails"));
    Files.writeString(checkout.fake("cache-unfit"), "");
    assertThat(checkout.station("test", "--all").status()).isOne();
    Files.delete(checkout.fake("cache-unfit"));
    assertThat(checkout.station("test", "--all").status()).isZero();
  }

  /// kill -9 before any of its commands: a trap counts them.
  @Test
  @Tag("full")
  void killed_at_any_command_it_leaves_a_program_that_starts() throws Exception {
    long seed = Long.getLong("libstation.seed", System.nanoTime());
    System.out.println("StationScriptTest: -Dlibstation.seed=" + seed);
    Path trap = dir.resolve("trap");
    Files.writeString(
        trap,
        """
        if [ "${0##*/}" = station ]; then
          commands=0
          trap 'commands=$((commands + 1)); [ $commands != "$CUT" ] || kill -9 $$' DEBUG
          set -T
        fi
        """,
        UTF_8);
    checkout.source(MAIN, "text 0");
    int last = 0;
    for (int cut : cuts(seed)) {
      String before = says("--as-built", "doctor");
      checkout.source(MAIN, "text " + cut);
      Process killed =
          checkout.start(
              List.of(),
              Map.of("BASH_ENV", trap.toString(), "CUT", Integer.toString(cut)),
              "doctor");
      boolean whole = checkout.said(killed).status() == 0;
      assertThat(says("--as-built", "doctor"))
          .as("killed at command %d", cut)
          .isIn(before, "program: text " + cut);
      assertThat(says("doctor"))
          .as("after a kill at command %d", cut)
          .isEqualTo("program: text " + cut);
      last = cut;
      if (whole) {
        break;
      }
    }
    assertThat(last).as("commands of the script").isGreaterThan(100);
    // Killed between the swap and the tidying, those before it wait for the next build.
    checkout.source(MAIN, "tidied");
    assertThat(says("doctor")).isEqualTo("program: tidied");
    assertThat(programs()).isEqualTo(1);
  }

  /// One after the other, up to one at which it is done. No cut comes twice: a second one would
  /// find its source built already.
  private static List<Integer> cuts(long seed) {
    IntStream all = IntStream.rangeClosed(1, 10_000);
    if ("all".equals(System.getProperty("libstation.cuts"))) {
      return all.boxed().toList();
    }
    Random random = new Random(seed);
    IntStream some = random.ints(1, MOST_COMMANDS).distinct().limit(SAMPLE).sorted();
    return IntStream.concat(some, IntStream.of(10_000)).boxed().toList();
  }

  private long programs() throws IOException {
    Path builds = checkout.home().resolve("kiosk-app/target/app-builds");
    try (Stream<Path> all = Files.list(builds)) {
      return all.filter(Files::isDirectory).count();
    }
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
