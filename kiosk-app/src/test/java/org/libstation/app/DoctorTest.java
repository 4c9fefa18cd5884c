package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.check.HealthFile;
import org.libstation.check.Metrics;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Language;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.language.Words;
import org.libstation.process.Kiosk;
import org.libstation.service.HealthWriter;
import org.libstation.service.StationChecks;
import org.libstation.service.StationFigures;
import org.libstation.service.TechnicianCheckSource;
import org.libstation.service.setup.SettingsList;
import org.libstation.site.DeviceName;
import org.libstation.site.SettingKey;
import org.libstation.site.SettingsFile;
import org.libstation.site.Site;
import org.libstation.site.StationSettings;
import org.libstation.station.TagCommands;
import org.libstation.station.parts.Devices;
import org.libstation.station.parts.DevicesInService;
import org.libstation.station.parts.Inbox;
import picocli.CommandLine;

/// The doctor over twins on real pseudo-terminals, as a remote shell sees it.
@Timeout(450)
class DoctorTest {
  @TempDir Path dir;

  private final FeigTwin pad = new FeigTwin();
  private final LineScannerTwin scanner = new LineScannerTwin();
  private final EscPosTwin printer = new EscPosTwin(576);
  private final BinTwin bin = new BinTwin();
  private final List<PtyTwin> lines = new ArrayList<>();
  private Path site = Path.of("");

  @BeforeEach
  void begin() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
    plug("pad", pad, 38400);
    plug("drop", new FeigTwin(), 38400);
    plug("scanner", scanner, 9600);
    // A pseudo-terminal holds 4,095 bytes, and closing the port drops the rest of a slip. A fast
    // line lets the printer take the slip in time on a busy machine.
    plug("printer", printer, 921_600);
    plug("bin", bin, 115200);
    Path settings = site.resolve("station.yaml");
    String yaml = Files.readString(settings).replace("dialect: plain", "dialect: honeywell");
    Files.writeString(settings, yaml.replace("/dev/libstation/", dir + "/"));
  }

  private void plug(String name, Twin twin, int baud) {
    lines.add(PtyTwin.plugged(twin, baud, Optional.of(dir.resolve(name))));
  }

  @AfterEach
  void end() {
    lines.forEach(PtyTwin::close);
  }

  /// @param status of the command
  private record Ran(int status, String out, String err) {}

  private Ran doctor(String... more) {
    StringWriter out = new StringWriter();
    CommandLine line = Main.commandLine();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> words = new ArrayList<>(List.of("doctor", "--config", site.toString()));
    words.addAll(List.of(more));
    int status = line.execute(words.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }

  private static List<String> errors(String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(Path.of("../docs/administrator/doctor.schema.json")), InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static String part(String out, String check) {
    int at = out.indexOf("\"id\": \"" + check + "\"");
    int end = out.indexOf("\"id\":", at + 5);
    return out.substring(at, end < 0 ? out.length() : end);
  }

  @Test
  void a_report_to_the_project_names_devices_and_no_person_item_host_or_key() throws IOException {
    pad.place("E004015012345678", "31234000012342", "HK-SEL", 1, 1, true);
    pad.placePatronCard("E00401509ABCDEF0", "21234000056788", "HK-SEL");
    assertThat(pad.bringAbout("third-afi", List.of("E004015012345678", "D7"))).isEmpty();
    Ran ran = doctor("--report", "--only", "pad,printer,configuration");
    assertThat(ran.out())
        .contains("driver feig, serial 38400 8E1", "FEIG 50h, 03.00", "ESC/POS, 576 px")
        .contains(DeviceFault.THIRD_AFI.code());
    // A choice among words of the program is nobody's own.
    List<String> told = new ArrayList<>(List.of("E0040150", "31234", "21234", "HK-SEL", dir + ""));
    SettingsList.of(Site.open(site, Map.of())).stream()
        .filter(line -> !line.key().startsWith("station.devices."))
        .map(SettingsList.SettingLine::value)
        .filter(value -> value.length() > 5 && !value.matches("[0-9:. ]*|[a-z]*"))
        .forEach(told::add);
    assertThat(told).as("settings that could get in").hasSizeGreaterThan(20);
    told.add("127.0.0.1");
    assertThat(ran.out()).doesNotContain(told);
  }

  @Test
  void a_report_tells_the_programs_own_words_and_numbers_in_full_and_nothing_somebody_typed()
      throws IOException {
    Path sheets = Files.createDirectories(site.resolve("devices/cards"));
    Files.copy(Path.of("../config/devices/cards/uid.yaml"), sheets.resolve("members.yaml"));
    Path settings = site.resolve("station.yaml");
    String yaml = Files.readString(settings);
    String cards =
        """
            cards:
              model: chipcard
              address: pcsc:any
              options: {recipe: members, form.prefix: "2880", form.digits: "13", form.base: decimal}
        """;
    Files.writeString(settings, yaml.replace("  devices:\n", "  devices:\n" + cards));
    assertThat(doctor("--report", "--only", "scanner").out())
        .contains("form.base=decimal, form.digits=13, form.prefix=…, recipe=…")
        .contains("dialect=honeywell", "coil.lamp=1, io=waveshare-io-8ch, level=sen0492");

    Files.writeString(
        settings,
        yaml.replaceFirst(
            "    printer:\n(      .*\n|\n)*",
            """
                printer:
                  model: ippprinter
                  address: tcp:127.0.0.1:1
                  options: {queue: chantaiman, user: secretuser, wait-seconds: "30"}
            """));
    assertThat(doctor("--report", "--only", "scanner").out())
        .contains("queue=…, user=…, wait-seconds=30");

    Files.writeString(
        settings,
        yaml.replaceFirst(
            "    printer:\n(      .*\n|\n)*",
            """
                printer:
                  model: escpos
                  address: tcp:127.0.0.1:1
                  options: {make: epson-tm-t88, letters: drawn}
            """));
    assertThat(doctor("--report", "--only", "scanner").out())
        .contains("letters=drawn, make=epson-tm-t88");
  }

  @Test
  @Tag("full")
  void devices_that_are_well_are_named_and_a_fault_of_each_is_found() throws IOException {
    String devices = "pad,drop,scanner,printer,bin";
    Ran well = doctor("--only", devices);
    assertThat(well.out())
        .startsWith("All well")
        .contains("FEIG 50h, 03.00")
        .contains("Honeywell")
        .contains("ESC/POS, 576 px");
    assertThat(well.status()).isZero();

    assertThat(pad.bringAbout("corrupt", List.of("2"))).isEmpty();
    assertThat(scanner.bringAbout("mute", List.of())).isEmpty();
    assertThat(printer.bringAbout("cover-open", List.of())).isEmpty();
    assertThat(bin.bringAbout("door-open", List.of())).isEmpty();
    Ran ill = doctor("--only", devices, "--json");
    assertThat(ill.status()).isEqualTo(2);
    assertThat(errors(ill.out())).isEmpty();
    assertThat(part(ill.out(), "pad")).contains("\"E15\"").contains("attention");
    assertThat(part(ill.out(), "drop")).contains("\"good\"").doesNotContain("\"E");
    assertThat(part(ill.out(), "scanner")).contains("\"E11\"");
    assertThat(part(ill.out(), "printer")).contains("\"E53\"");
    assertThat(part(ill.out(), "bin")).contains("\"E76\"");

    scanner.heal();
    printer.heal();
    bin.heal();
    assertThat(doctor("--only", devices).status()).isZero();
  }

  @Test
  void of_a_site_that_cannot_be_used_that_is_told_whatever_is_asked_for() throws IOException {
    assertThat(doctor("--only", "nothing").status()).isEqualTo(2);
    Path settings = site.resolve("station.yaml");
    Files.writeString(settings, Files.readString(settings) + "nonsense: 1\n");
    Ran ran = doctor("--only", "pad");
    assertThat(ran.out()).contains("G11", "nonsense").doesNotContain("All well");
    assertThat(ran.status()).isEqualTo(2);
  }

  @Test
  @Tag("full")
  void the_whole_run_names_what_is_wrong_with_the_site_too_and_is_quick() throws IOException {
    Ran ran = doctor("--json", "--language", "zh-Hant-HK");
    assertThat(errors(ran.out())).isEmpty();
    assertThat(part(ran.out(), "link")).contains("\"G61\"").contains("沒有回應");
    assertThat(part(ran.out(), "journal")).contains("not-applicable");
    assertThat(part(ran.out(), "policy")).contains("\"good\"");
    String seconds = ran.out().replaceAll("(?s).*?\"seconds\": ([0-9.]+).*", "$1");
    assertThat(Double.parseDouble(seconds)).isLessThan(15);
    assertThat(ran.status()).isEqualTo(2);
  }

  @Test
  void devices_a_running_station_holds_are_not_opened() throws IOException {
    Path data = site.resolve("data");
    try (FileChannel _ = HealthFile.hold(data).orElseThrow()) {
      HealthFile.write(
          data,
          new HealthFile.Health(
              Instant.now(),
              HealthFile.LinkHealth.ONLINE,
              "GOOD",
              Map.of(
                  "pad",
                  new HealthFile.DeviceState(
                      HealthFile.HealthCondition.READY,
                      "",
                      "FEIG reader",
                      List.of(),
                      Instant.now()),
                  "printer",
                  new HealthFile.DeviceState(
                      HealthFile.HealthCondition.NEEDS_HAND,
                      "DP32",
                      "paper out",
                      List.of(),
                      Instant.now())),
              Map.of()));
      Ran ran = doctor("--json", "--only", "pad,printer,link,bin");
      assertThat(errors(ran.out())).isEmpty();
      assertThat(ran.out()).contains("as-the-running-station-says");
      assertThat(part(ran.out(), "pad")).contains("FEIG reader");
      assertThat(part(ran.out(), "printer")).contains("\"E51\"");
      assertThat(part(ran.out(), "bin")).contains("not-applicable");
      assertThat(HealthFile.isRunning(data)).isTrue();
    }
    assertThat(HealthFile.isRunning(data)).isFalse();
  }

  @Test
  @Tag("full")
  void a_plain_scanner_that_cannot_be_asked_is_not_proven_until_it_read_something()
      throws IOException {
    Path settings = site.resolve("station.yaml");
    Files.writeString(
        settings, Files.readString(settings).replace("dialect: honeywell", "dialect: plain"));
    Ran asked = doctor("--only", "scanner");
    assertThat(asked.out())
        .doesNotContain("All well")
        .contains("not proven: Barcode scanner")
        .contains("NOT PROVEN")
        .contains("until it has read or printed something");
    assertThat(asked.status()).isZero();
    Ran json = doctor("--only", "scanner", "--json");
    assertThat(errors(json.out())).isEmpty();
    assertThat(part(json.out(), "scanner")).contains("\"unproven\"");
  }

  @Test
  @Tag("full")
  void a_printer_that_only_takes_is_not_proven_and_its_slip_is_to_be_looked_at()
      throws IOException {
    Path settings = site.resolve("station.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("make: escpos-80", "make: escpos-80\n        answers: false"));
    printer.mute(true);
    Ran asked = doctor("--only", "printer");
    assertThat(asked.out())
        .contains("NOT PROVEN", "the device answers no questions")
        .doesNotContain("E11");
    assertThat(asked.status()).isZero();
    assertThat(printer.tickets()).isEmpty();
    Ran printed = doctor("--only", "printer", "--print");
    assertThat(printed.out()).contains("NOT PROVEN", "see whether the slip came out whole");
    assertThat(printed.status()).isZero();
    // It says nothing, so nobody waits until it has taken all that is on its line.
    await().atMost(LIMIT).untilAsserted(() -> assertThat(printer.tickets()).hasSize(1));
  }

  @Test
  @Tag("full")
  void a_slip_that_failed_is_not_called_done_and_its_reason_is_told() {
    printer.powerCycleAfter(600);
    Ran ran = doctor("--only", "printer", "--print");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).contains("E58", "DP14").doesNotContain("as said above");
    assertThat(ran.err()).doesNotContain("Done");
  }

  @Test
  void settings_that_cannot_be_are_a_finding_and_no_end() throws IOException {
    Path settings = site.resolve("station.yaml");
    Files.writeString(settings, Files.readString(settings).replace("  mode: demo", "  mood: demo"));
    Ran ran = doctor("--json");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(errors(ran.out())).isEmpty();
    assertThat(part(ran.out(), "configuration")).contains("\"G11\"").contains("mood");
  }

  /// Money that nobody books: told before a patron meets it.
  @Test
  void a_payment_terminal_beside_a_library_that_books_no_payments_is_told() throws IOException {
    Files.createDirectories(site.resolve("dialects"));
    Files.writeString(
        site.resolve("dialects/no-payments.yaml"),
        """
        dialect:
          based-on: embedded
          system: ours, without payments
          messages:
            supported: ["09", "11", "15", "17", "23", "29", "35", "63", "93", "97", "99"]
        """);
    Path settings = site.resolve("station.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replaceFirst("(?m)^    dialect: .*$", "    dialect: no-payments"));

    Ran ran = doctor("--json", "--only", "payment");

    assertThat(errors(ran.out())).isEmpty();
    assertThat(part(ran.out(), "payment")).contains("\"G87\"").contains("no-payments");
    assertThat(ran.status()).isEqualTo(2);
  }

  /// A payment that nobody tried at this library system is not offered.
  @ParameterizedTest
  @ValueSource(strings = {"generic", "sierra", "polaris", "symphony", "wms", "invenio-sip2"})
  void an_unprobed_site_with_a_terminal_is_told_that_it_takes_no_payments(String dialect)
      throws IOException {
    Path settings = site.resolve("station.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replaceFirst("(?m)^    dialect: .*$", "    dialect: " + dialect));

    Ran ran = doctor("--json", "--only", "payment");

    assertThat(errors(ran.out())).isEmpty();
    assertThat(part(ran.out(), "payment")).contains("\"G87\"").contains(dialect);
    assertThat(ran.status()).isEqualTo(2);
  }

  @Test
  void each_ailment_and_each_device_has_its_words() {
    Texts texts = TestTexts.OURS;
    for (Language language : Language.values()) {
      Words words = texts.in(language);
      for (DeviceFault fault : DeviceFault.values()) {
        for (String part : List.of(".what", ".cause", ".do")) {
          assertThat(words.say("finding." + fault.code() + part)).isNotBlank();
        }
      }
      SettingKey.words(DeviceName.class)
          .forEach(name -> assertThat(words.say("check." + name)).isNotBlank());
    }
  }

  /// What the technician's screen runs: the devices are let go, examined, and answer again.
  @Test
  @Tag("full")
  void a_station_that_runs_lends_its_devices_to_the_checks_and_takes_them_back() {
    StationSettings settings = SettingsFile.read(site, Map.of());
    Kiosk.Options options =
        new Kiosk.Options(
            site,
            Map.of(),
            false,
            true,
            false,
            Optional.empty(),
            Optional.empty(),
            Kiosk.Supervision.BY_NOBODY);
    Inbox inbox = new Inbox();
    Queue<FlowEvent> told = new ConcurrentLinkedQueue<>();
    try (Devices devices =
        Devices.of(settings, site, new TagCommands(), inbox, (_, _) -> {}, () -> {})) {
      devices.start();
      await().atMost(LIMIT).until(() -> !devices.usable().containsValue(false));
      Metrics metrics = new Metrics(dir, InstantSource.system());
      StationFigures figures =
          new StationFigures(
              site.resolve("data"),
              ZoneId.of("Asia/Hong_Kong"),
              devices,
              new HealthWriter(dir.resolve("other"), InstantSource.system(), metrics, () -> {}),
              metrics,
              InstantSource.system());
      try (StationChecks checks =
          new StationChecks(
              new TechnicianCheckSource(
                  new Site(options.config(), settings, options.overrides()), figures),
              new DevicesInService(devices, DoctorTest::monotonic, DoctorTest::rest),
              DoctorTest::monotonic,
              new SplittableRandom(1),
              told::add)) {
        assertThat(bin.bringAbout("door-open", List.of())).isEmpty();
        checks.accept(new Effect.RunChecks(Optional.empty()));
        await().atMost(LIMIT).until(() -> told.stream().anyMatch(DoctorTest::ended));
      }
      CheckBoard board =
          told.stream()
              .filter(DoctorTest::ended)
              .map(event -> ((FlowEvent.ChecksMoved) event).board())
              .findFirst()
              .orElseThrow();
      assertThat(line(board, "bin").found())
          .extracting(CheckBoard.BoardFinding::code)
          .containsExactly("E76");
      assertThat(line(board, "pad").stand()).isEqualTo(CheckBoard.CheckState.GOOD);
      assertThat(board.reopened()).contains(new CheckBoard.Reopened(5, 5));
      assertThat(printer.tickets()).as("the test slip").hasSize(1);
      assertThat(figures.read(false).slots()).hasSize(24);
    }
  }

  private static Duration monotonic() {
    return Duration.ofNanos(System.nanoTime());
  }

  private static boolean rest(Duration time) {
    LockSupport.parkNanos(time.toNanos());
    return true;
  }

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static boolean ended(FlowEvent event) {
    return event instanceof FlowEvent.ChecksMoved moved && !moved.board().running();
  }

  @Test
  void each_setting_is_told_with_its_line_and_its_effect_and_no_secret() throws IOException {
    Ran json = doctor("--json", "--only", "fonts");
    assertThat(errors(json.out())).isEmpty();
    assertThat(json.out())
        .containsPattern(
            "\\{\"key\": \"station.central.port\", \"value\": \"6001\", \"source\":"
                + " \"station.yaml, line \\d+\"")
        .contains("\"value\": \"••••\"")
        .doesNotContain("246810", "陳大文");
    Ran table = doctor("--settings", "--only", "fonts");
    assertThat(table.out()).containsPattern("station.patron.idle-seconds +60 +station.yaml, line");
  }

  private static CheckBoard.CheckLine line(CheckBoard board, String id) {
    return board.lines().stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
  }
}
