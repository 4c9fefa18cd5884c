package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.script.Checkout.Said;
import org.libstation.testkit.Needs;

/// One call of the script runs one test: `./station test NAME…`.
class NamedTestsTest {
  private static final String DRIVERS = "device-drivers/src/test/java/org/libstation/device/";
  private static final String SYNC = "offline-sync/src/test/java/org/libstation/";
  private static final String KIOSK = "kiosk-app/src/test/java/org/libstation/";

  @TempDir private Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private Checkout checkout;

  @BeforeEach
  void someTestsStand() throws Exception {
    Needs.programs("flock", "awk");
    Needs.screens();
    checkout = Checkout.in(dir);
    source(DRIVERS, "ScanTest", "class ScanTest {\n  @Test\n  void beeps() {}\n}\n");
    source(
        DRIVERS,
        "PadContract",
        "abstract class PadContract {\n  @Test\n  void reads_a_tag() {}\n}\n");
    source(DRIVERS, "FeigPadTest", "class FeigPadTest extends PadContract {}\n");
    source(SYNC + "journal/", "JournalTest", "class JournalTest {\n  void opens() {}\n}\n");
    source(SYNC + "journal/sqlite/", "FileTest", "class FileTest {\n  void is_synced() {}\n}\n");
    source(KIOSK + "flow/", "VisitTest", "class VisitTest {\n  void beeps() {}\n}\n");
    source(KIOSK + "flow/", "Story", "class Story {}\n");
    source(
        KIOSK + "lab/",
        "DayTest",
        "@Tag(\"paced\")\nclass DayTest { Path at = BuiltProgram." + "needed(); }\n");
  }

  private void source(String folder, String name, String text) throws Exception {
    checkout.source(folder + name + ".java", text);
  }

  @ParameterizedTest
  @CsvSource({
    "VisitTest, kiosk-app, flow.VisitTest",
    "org.libstation.flow.VisitTest, kiosk-app, flow.VisitTest",
    "Visit, kiosk-app, flow.VisitTest",
    "kiosk-app/src/test/java/org/libstation/flow/VisitTest.java, kiosk-app, flow.VisitTest",
    "VisitTest#beeps, kiosk-app, flow.VisitTest#beeps",
    "VisitTest.beeps, kiosk-app, flow.VisitTest#beeps",
    "is_synced, offline-sync, journal.sqlite.FileTest#is_synced",
    "FeigPadTest#reads_a_tag, device-drivers, device.FeigPadTest#reads_a_tag",
    "PadContract, device-drivers, device.FeigPadTest",
    "journal.sqlite, offline-sync, journal.sqlite.FileTest",
    "journal, offline-sync, journal.JournalTest;journal.sqlite.FileTest",
    "org.libstation.device, device-drivers, device.FeigPadTest;device.ScanTest",
    "beeps, 'device-drivers,kiosk-app', device.ScanTest#beeps;flow.VisitTest#beeps",
    "ScanTest VisitTest, 'device-drivers,kiosk-app', device.ScanTest;flow.VisitTest",
  })
  void a_name_is_a_class_a_method_or_a_package_of_any_module(
      String names, String modules, String classes) throws Exception {
    assertThat(test(names.split(" ", -1)).status()).isZero();
    assertThat(checkout.calls()).singleElement().asString().contains(" -pl " + modules + " -am ");
    assertThat(checkout.calls().getLast())
        .contains("-Dtest=org.libstation." + classes.replace(";", ",org.libstation.") + " ")
        .contains("-Dtest.excluded=none")
        .endsWith(" test");
  }

  @ParameterizedTest
  @CsvSource({
    "VisttTest, VisitTest",
    "visittest, VisitTest",
    "VisitTest#bleeps, beeps",
    "jurnal, journal",
    "Story, ''",
    "NobodyKnowsThis, ''",
  })
  void a_name_that_does_not_exist_gives_one_line_with_near_names(String name, String near)
      throws Exception {
    Said said = test("ScanTest", name);
    assertThat(said.status()).isEqualTo(2);
    assertThat(said.err().lines())
        .singleElement()
        .asString()
        .startsWith("station: no test is called " + name)
        .contains(near);
    assertThat(checkout.calls()).isEmpty();
  }

  @Test
  void it_is_called_from_any_folder_and_passes_mavens_options_on() throws Exception {
    assertThat(checkout.stationFrom("kiosk-app/src", "test", "VisitTest", "-Dseed=4").status())
        .isZero();
    assertThat(checkout.calls().getLast())
        .contains("-Dtest=org.libstation.flow.VisitTest ")
        .endsWith(" -Dseed=4 test");
  }

  @Test
  void a_test_that_starts_the_program_finds_it_built() throws Exception {
    assertThat(test("DayTest").status()).isZero();
    List<String> calls = checkout.calls();
    assertThat(calls).hasSize(2);
    assertThat(calls.getFirst()).endsWith(" package");
    assertThat(calls.getLast())
        .contains("-Dtest=org.libstation.lab.DayTest ")
        .as("whole stations in real time stay on the disk")
        .doesNotContain("-Dtest.temp=");
  }

  @Test
  void it_is_red_when_no_test_ran() throws Exception {
    Files.createFile(checkout.fake("no-test-runs"));
    Said red = test("VisitTest");
    assertThat(red.status()).isOne();
    assertThat(red.out()).endsWith("Red:\n[ERROR] no test ran\n");
  }

  @Test
  void formatting_never_stops_a_test_and_is_red_at_the_end_of_all() throws Exception {
    Files.writeString(checkout.fake("unformatted"), "[ERROR] Main.java is not formatted\n");
    assertThat(test("VisitTest").status()).isZero();
    assertThat(test().status()).isZero();
    Said all = test("--all");
    assertThat(all.status()).isOne();
    assertThat(all.err()).contains("  Main.java is not formatted");
    assertThat(all.out()).endsWith("Red: some files are not formatted; ./station format\n");
    assertThat(checkout.station("format", "--check").status()).isOne();
    assertThat(checkout.station("format").status()).isZero();
    assertThat(checkout.calls().getLast()).endsWith("spotless:apply");
  }

  private Said test(String... names) throws Exception {
    return checkout.stationFrom(
        "", Stream.concat(Stream.of("test"), Arrays.stream(names)).toArray(String[]::new));
  }
}
