package org.libstation.service.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.app.StationRig;
import org.libstation.barcode.Classifier;
import org.libstation.command.SetupCommand;
import org.libstation.command.StationCommand;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.flow.state.SetupAnswer.LineChange;
import org.libstation.flow.state.SetupAnswer.WriteResult;
import org.libstation.flow.state.SetupSheet;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.language.Words;
import org.libstation.service.StationSetup;
import org.libstation.site.BarcodeSettings;
import org.libstation.site.DeviceName;
import org.libstation.site.PinHash;
import org.libstation.site.PolicyFile;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import org.libstation.site.StaffSettings;
import org.libstation.site.StationSettings;
import org.libstation.site.edit.YamlEdit;
import org.libstation.station.parts.DeviceHold;
import picocli.CommandLine;

/// A site's settings changed by hand: judged as the file is, written as a person would.
@Timeout(300)
class SiteSetupTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-27T00:10:00Z"));

  @TempDir Path dir;

  private Path site = Path.of("");
  private Path file = Path.of("");
  private String example = "";

  @BeforeEach
  void begin() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
    file = site.resolve("station.yaml");
    example = Files.readString(file);
  }

  private SiteSetup setup() {
    return new SiteSetup(site, Map.of(), CLOCK, _ -> {}, Optional.empty());
  }

  private SetupSheet sheet() {
    return setup().read() instanceof SetupAnswer.SetupSheetRead(SetupSheet sheet)
        ? sheet
        : new SetupSheet(List.of(), Optional.empty(), false);
  }

  private static List<String> changed(List<SetupAnswer.ChangedLine> lines, LineChange change) {
    return lines.stream()
        .filter(line -> line.change() == change)
        .map(line -> line.text().strip())
        .toList();
  }

  @Test
  void the_form_shows_each_value_with_its_line_and_no_secret() {
    SetupSheet sheet = sheet();
    assertThat(sheet.field("central.port").orElseThrow().value()).isEqualTo("6001");
    assertThat(example.lines().toList().get(sheet.field("central.port").orElseThrow().line() - 1))
        .contains("port: 6001");
    assertThat(sheet.field("devices.pad.port").orElseThrow().value())
        .isEqualTo("/dev/libstation/pad");
    assertThat(sheet.field("devices.pad.frame").orElseThrow().value()).isEqualTo("8E1");
    assertThat(sheet.field("devices.pad.options.eas").orElseThrow().choices())
        .containsExactly("off", "nxp");
    assertThat(sheet.field("devices.scanner.options.dialect").orElseThrow().choices())
        .contains("honeywell", "plain");
    assertThat(sheet.field("devices.cards.model").orElseThrow().value()).isEqualTo("none");
    assertThat(sheet.field("devices.pad.model").orElseThrow().choices())
        .as("what reads tags alone is a pad")
        .contains("none", "feig", "threem")
        .doesNotContain("chipcard", "escpos", "linescanner", "modbusbin");
    // Whoever may change members of staff sees their names.
    assertThat(sheet.toString()).doesNotContain("station2", "246810", "135790").contains("陳大文");
  }

  @Test
  void each_field_and_each_of_a_new_entry_is_called_something_in_each_language() {
    for (Language language : Language.values()) {
      Words words = SiteFiles.texts(site).in(language);
      for (SetupSheet.Group group : sheet().groups()) {
        Stream<SetupSheet.SheetField> entry =
            group.entries().stream().flatMap(list -> list.entry(list.items().size()).stream());
        assertThat(Stream.concat(group.fields().stream(), entry))
            .allSatisfy(
                field -> {
                  assertThat(words.has("setup.name." + field.name().text())).isTrue();
                  assertThat(effect(words, field)).isNotBlank();
                });
      }
    }
  }

  private static String effect(Words words, SetupSheet.SheetField field) {
    CheckBoard.CheckMessage said =
        field.expected().orElse(new CheckBoard.CheckMessage(field.name().effect(), List.of()));
    return words.say(said.key(), said.values().toArray());
  }

  @Test
  void a_field_says_its_bounds_as_the_setting_has_them() {
    Words words = SiteFiles.texts(site).in(Language.EN);
    assertThat(effect(words, sheet().field("patron.idle-seconds").orElseThrow()))
        .endsWith("; 20 to 600");
    assertThat(effect(words, sheet().field("drop.close-at-percent").orElseThrow()))
        .endsWith("; 20 to 100");
  }

  @Tag("full")
  @Test
  void each_field_can_be_given_the_value_it_has_and_nothing_differs() {
    for (SetupSheet.Group group : sheet().groups()) {
      Map<String, String> same = new LinkedHashMap<>();
      for (SetupSheet.SheetField field : group.fields()) {
        if (field.source() == SetupSheet.SettingSource.FILE
            && field.kind() != SetupSheet.FieldKind.SECRET) {
          same.put(field.key(), field.value());
        }
      }
      // All of a group at once: none differs where all together do not.
      SetupAnswer.SetupTried tried = setup().attempt(same);
      assertThat(tried.refused()).as(same.toString()).isEmpty();
      assertThat(tried.lines()).as(same.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @Tag("full")
  @CsvSource(
      delimiter = '|',
      value = {
        "central.port | 99999",
        "central.port | many",
        "screen.inches | 3",
        "role | kiosk",
        "opening.dark | never",
        "patron.idle-seconds | 5",
        "central.zone | Mars",
        "central.dialect | klingon",
        "policy | policy/none.yaml",
        "devices.pad.model | laser",
        "devices.pad.model | escpos",
        "devices.pad.baud | 1",
        "devices.pad.options.eas | maybe",
      })
  void what_a_start_would_refuse_is_refused_in_the_same_words_and_never_written(
      String key, String value) throws IOException {
    SiteSetup setup = setup();
    String refused = setup.attempt(Map.of(key, value)).refused().orElseThrow().english();
    assertThat(setup.write("Chan").result()).isEqualTo(WriteResult.NOT_DONE);
    assertThat(Files.readString(file)).isEqualTo(example);

    Map<String, String> keys =
        SetupFields.keys(SettingsFile.read(site, Map.of()), Map.of(key, value));
    String text = example;
    for (Map.Entry<String, String> each : keys.entrySet()) {
      text =
          YamlEdit.set(
                      text,
                      new SettingEdit(StationSettings.class).path(each.getKey()),
                      each.getValue(),
                      YamlEdit.As.WORD,
                      List.of())
                  instanceof YamlEdit.Edited.EditedText(String done)
              ? done
              : text;
    }
    Files.writeString(file, text);
    assertThat(started()).contains(refused);
  }

  /// What a start says of the file as it is.
  private Optional<String> started() {
    try {
      StationSettings settings = SettingsFile.read(site, Map.of());
      SiteTrial.check(site, settings);
      Object _ = PolicyFile.of(settings, site);
      return Optional.empty();
    } catch (SiteProblem e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Test
  void a_change_touches_its_line_alone_and_one_tap_takes_it_back() throws IOException {
    SiteSetup setup = setup();
    SetupAnswer.SetupTried tried =
        setup.attempt(
            Map.of("devices.pad.port", "/dev/serial/by-id/usb-FTDI-if00", "screen.inches", "21.5"));
    assertThat(tried.refused()).isEmpty();
    assertThat(changed(tried.lines(), LineChange.REMOVED))
        .containsExactly("address: serial:/dev/libstation/pad?baud=38400&frame=8E1", "inches: 0");
    assertThat(changed(tried.lines(), LineChange.ADDED))
        .containsExactly(
            "address: serial:/dev/serial/by-id/usb-FTDI-if00?baud=38400&frame=8E1", "inches: 21.5");
    assertThat(Files.readString(file)).as("only shown").isEqualTo(example);

    SetupAnswer.SetupResult done = setup.write("Chan");
    assertThat(done.result()).isEqualTo(WriteResult.WRITTEN);
    assertThat(done.sheet().orElseThrow().back()).isPresent();
    assertThat(Files.readString(file))
        .isEqualTo(
            example
                .replace("/dev/libstation/pad?", "/dev/serial/by-id/usb-FTDI-if00?")
                .replace("inches: 0", "inches: 21.5"));
    assertThat(started()).isEmpty();

    SetupAnswer.SetupResult back = setup.putBack("Chan");
    assertThat(back.result()).isEqualTo(WriteResult.PUT_BACK);
    assertThat(Files.readString(file)).isEqualTo(example);
    assertThat(setup.putBack("Chan").result()).isEqualTo(WriteResult.NOT_DONE);
  }

  @Tag("full")
  @Test
  void a_device_comes_goes_and_becomes_another() throws IOException {
    SiteSetup setup = setup();
    assertThat(setup.attempt(Map.of("devices.cards.model", "linescanner")).refused()).isEmpty();
    assertThat(setup.write("Chan").result()).isEqualTo(WriteResult.WRITTEN);
    assertThat(
            Objects.requireNonNull(
                    SettingsFile.read(site, Map.of()).devices().get(DeviceName.CARDS))
                .address())
        .isEqualTo("serial:/dev/libstation/cards?baud=9600");
    assertThat(Files.readString(file))
        .contains("model: linescanner\n      address: serial:/dev/libstation/cards");

    assertThat(setup.attempt(Map.of("devices.cards.model", "none")).refused()).isEmpty();
    assertThat(setup.write("Chan").result()).isEqualTo(WriteResult.WRITTEN);
    assertThat(Files.readString(file)).isEqualTo(example);

    // Its old options would be another driver's.
    assertThat(
            setup
                .attempt(
                    Map.of(
                        "devices.drop.model",
                        "threem",
                        "devices.drop.baud",
                        "19200",
                        "devices.drop.frame",
                        "8N1"))
                .refused())
        .isEmpty();
    SetupAnswer.SetupTried star =
        setup.attempt(Map.of("devices.printer.model", "starline", "devices.printer.baud", "9600"));
    assertThat(star.refused()).isEmpty();
    assertThat(changed(star.lines(), LineChange.REMOVED)).contains("make: escpos-80");
  }

  @Test
  void a_password_can_be_set_and_is_shown_nowhere() throws IOException {
    SiteSetup setup = setup();
    SetupAnswer.SetupTried tried = setup.keys(Map.of("central.password", "sesame"));
    assertThat(tried.refused()).isEmpty();
    assertThat(tried.lines().toString()).doesNotContain("sesame", "station2").contains("••••");
    assertThat(setup.write("Chan").result()).isEqualTo(WriteResult.WRITTEN);
    assertThat(Files.readString(file)).contains("password: sesame");
  }

  /// The key that is changed is well, and so is its line.
  @Test
  void a_file_that_is_broken_elsewhere_is_told_by_the_line_and_key_that_are_broken()
      throws IOException {
    for (String broken : List.of("*hunter2", "&hunter2 x", "{hunter2", "!hunter2 x")) {
      Files.writeString(file, example.replace("password: station2", "password: " + broken));
      int line = (int) example.substring(0, example.indexOf("password: station2")).lines().count();
      SetupAnswer.SetupTried tried = setup().keys(Map.of("name.en", "Another"));
      SettingRefusal why = tried.refused().orElseThrow();
      assertThat(why.english())
          .contains("line " + line, "station.central.password")
          .doesNotContain("name.en", "hunter2");
      assertThat(why.line()).isEqualTo(line);
      assertThat(why.setting()).isEqualTo("central.password");
    }
  }

  @Test
  void what_somebody_else_wrote_meanwhile_is_kept() throws IOException {
    SiteSetup setup = setup();
    assertThat(setup.attempt(Map.of("screen.hand", "left")).refused()).isEmpty();
    Files.writeString(file, example + "# by an editor\n");
    SetupAnswer.SetupResult done = setup.write("Chan");
    assertThat(done.result()).isEqualTo(WriteResult.NOT_DONE);
    assertThat(done.why().orElseThrow().english()).contains("somebody else");
    assertThat(Files.readString(file)).endsWith("# by an editor\n");
  }

  @Test
  void what_was_given_at_the_start_is_not_changed_in_the_file() {
    SiteSetup setup =
        new SiteSetup(
            site, Map.of("station.central.port", "7000"), CLOCK, _ -> {}, Optional.empty());
    SetupAnswer.SetupTried tried = setup.attempt(Map.of("central.port", "7001"));
    assertThat(tried.refused())
        .hasValueSatisfying(why -> assertThat(why.english()).contains("command line"));
  }

  @Tag("full")
  @Test
  void a_former_version_that_would_not_start_is_not_put_back() throws IOException {
    SiteSetup setup = setup();
    assertThat(setup.attempt(Map.of("screen.hand", "left")).refused()).isEmpty();
    assertThat(setup.write("Chan").result()).isEqualTo(WriteResult.WRITTEN);
    Path kept = setup.versions().getFirst().path();
    Files.writeString(kept, example.replace("port: 6001", "port: 0"));
    String now = Files.readString(file);
    SetupAnswer.SetupResult back = setup.putBack("Chan");
    assertThat(back.result()).isEqualTo(WriteResult.NOT_DONE);
    assertThat(back.why().orElseThrow().english())
        .contains("station.central.port: expected a port from 1 to 65535");
    assertThat(Files.readString(file)).isEqualTo(now);
  }

  @Tag("full")
  @Test
  void a_pad_on_a_pseudo_terminal_is_found_and_its_port_can_be_taken() throws IOException {
    Path link = dir.resolve("somewhere");
    try (PtyTwin _ = PtyTwin.plugged(new FeigTwin(), 38_400, Optional.of(link))) {
      // Only this one is there.
      Files.writeString(
          file,
          example
              .replace("/dev/libstation/printer", link.toString())
              .replace("/dev/libstation/", dir + "/none/"));
      PortBoard board = setup().ports(() -> false, _ -> {});
      PortBoard.PortLine found =
          board.lines().stream()
              .filter(line -> line.port().equals(link.toString()))
              .findFirst()
              .orElseThrow();
      // A printer that is nowhere else may be there: more than its own question is not asked.
      assertThat(found.stand()).isEqualTo(PortBoard.Stand.SPARED);
      assertThat(found.settings())
          .as("taken by hand all the same")
          .containsExactly(Map.entry("port", link.toString()));

      Files.writeString(
          file,
          example
              .replace("/dev/libstation/pad", link.toString())
              .replace("/dev/libstation/", dir + "/none/"));
      found =
          setup().ports(() -> false, _ -> {}).lines().stream()
              .filter(line -> line.port().equals(link.toString()))
              .findFirst()
              .orElseThrow();
      assertThat(found.stand()).isEqualTo(PortBoard.Stand.FOUND);
      assertThat(found.model()).isEqualTo("feig");
      assertThat(found.settings()).containsEntry("port", link.toString());
    }
  }

  private record Ran(int status, String out) {}

  private Ran run(String input, String... words) {
    StringWriter out = new StringWriter();
    CommandLine line =
        StationCommand.with(
            SetupCommand.with(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(out, true));
    List<String> all = new ArrayList<>(List.of("setup", words[0], "--config", site.toString()));
    all.addAll(List.of(words).subList(1, words.length));
    int status = line.execute(all.toArray(String[]::new));
    return new Ran(status, out.toString());
  }

  @Tag("full")
  @Test
  void the_command_shows_writes_logs_and_goes_back() throws IOException {
    Ran shown = run("", "set", "central.port=6002");
    assertThat(shown.status()).isZero();
    assertThat(shown.out()).containsPattern("- +\\d+ +port: 6001").contains("--write writes them");
    assertThat(Files.readString(file)).isEqualTo(example);
    assertThat(run("", "set", "--write", "central.port=6002").out()).contains("--by");
    assertThat(run("", "set", "--write", "--by", "Chan", "central.port=0").status()).isEqualTo(1);
    assertThat(run("", "set", "nonsense=1").out()).contains("unknown key");

    Ran written =
        run(
            "sesame\n",
            "set",
            "--write",
            "--by",
            "Chan",
            "central.port=6002",
            "central.password=-");
    assertThat(written.status()).as(written.out()).isZero();
    assertThat(written.out()).doesNotContain("sesame");
    assertThat(Files.readString(file)).contains("port: 6002", "password: sesame");
    assertThat(Files.readString(site.resolve("data/logs/staff.log")))
        .contains("SETTING station.central.port: '6001' -> '6002' (by Chan)")
        .contains("SETTING station.central.password: •••• -> •••• (by Chan)")
        .doesNotContain("sesame");
    assertThat(run("", "versions").out()).contains("station.yaml.000001");

    assertThat(run("", "back", "--by", "Chan").status()).isZero();
    assertThat(Files.readString(file)).isEqualTo(example);
    assertThat(Files.readString(site.resolve("data/logs/staff.log")))
        .contains("SETTINGS PUT BACK")
        .doesNotContain("sesame");
    assertThat(run("", "back", "--by", "Chan").status()).isEqualTo(1);
    assertThat(run("", "show").out())
        .contains("station.central.port", "1 to 65535; 6001 is usual", "••••")
        .doesNotContain("246810");
  }

  /// A scanner on a line is set to type: it is no more at the line's address.
  @Test
  void a_device_of_another_kind_of_line_goes_to_its_usual_address_and_back() throws IOException {
    SiteSetup setup = setup();
    assertThat(setup.attempt(Map.of("devices.scanner.model", "keyscanner")).refused()).isEmpty();
    assertThat(setup.write("Chan").result()).isEqualTo(WriteResult.WRITTEN);
    assertThat(Files.readString(file))
        .contains("model: keyscanner\n      address: evdev:/dev/libstation/scanner\n")
        .doesNotContain("dialect: plain");
    SetupSheet sheet = sheet();
    assertThat(sheet.field("devices.scanner.options.layout").orElseThrow().choices())
        .contains("us", "uk", "de", "fr");
    assertThat(setup.attempt(Map.of("devices.scanner.options.layout", "xx")).refused()).isPresent();
    assertThat(setup.attempt(Map.of("devices.scanner.address", "serial:/dev/ttyUSB0")).refused())
        .isPresent();
    assertThat(
            setup
                .attempt(
                    Map.of(
                        "devices.scanner.address",
                        "evdev:/dev/input/by-id/usb-Maker_Scanner-event-kbd",
                        "devices.scanner.options.layout",
                        "de"))
                .refused())
        .isEmpty();
    assertThat(setup.attempt(Map.of("devices.scanner.model", "linescanner")).refused()).isEmpty();
    assertThat(setup.write("Chan").result()).isEqualTo(WriteResult.WRITTEN);
    assertThat(Files.readString(file))
        .contains("model: linescanner\n      address: serial:/dev/libstation/scanner");
  }

  @Test
  void the_devices_are_let_go_while_ports_are_asked_and_are_taken_back_whatever_happens() {
    List<String> deeds = Collections.synchronizedList(new ArrayList<>());
    List<FlowEvent> told = Collections.synchronizedList(new ArrayList<>());
    DeviceHold hold =
        new DeviceHold() {
          @Override
          public void letGo() {
            deeds.add("let go");
          }

          @Override
          public CheckBoard.Reopened takeBack() {
            deeds.add("taken back");
            return new CheckBoard.Reopened(5, 5);
          }
        };
    // The site is not there any more: the search fails.
    SiteSetup broken =
        new SiteSetup(dir.resolve("none"), Map.of(), CLOCK, _ -> {}, Optional.empty());
    try (StationSetup station = new StationSetup(broken, hold, told::add)) {
      station.accept(new Effect.FindPortsEffect());
      station.accept(new Effect.ReadSetup());
    }
    assertThat(deeds).containsExactly("let go", "taken back");
    assertThat(told)
        .contains(
            new FlowEvent.SetupTold(
                new SetupAnswer.PortsAnswer(
                    PortBoard.of(
                        List.of(), false, false, Optional.of(new CheckBoard.Reopened(5, 5))))));
    assertThat(told.getLast().toString()).contains("NOT_DONE");
  }

  @Test
  @Tag("full")
  void entries_of_lists_come_change_and_go_by_the_form_and_go_back_by_one_tap() throws IOException {
    SiteSetup setup = setup();
    SetupAnswer.SetupTried tried =
        setup.attempt(
            Map.of(
                "barcodes.rules.0",
                SetupSheet.Entries.OUT,
                "barcodes.rules.1.pattern",
                "[A-Z]{3}\\d{6}",
                "barcodes.rules.2.is",
                "item",
                "barcodes.rules.2.pattern",
                "LIB-\\d{4}",
                "alternatives.1.offers",
                "return, drop",
                "alternatives.0.where.zh-Hant-HK",
                "",
                "alternatives.0.where.zh-Hans",
                "",
                "alternatives.0.where.en",
                ""));
    assertThat(tried.refused()).isEmpty();
    assertThat(changed(tried.lines(), LineChange.REMOVED))
        .containsExactlyInAnyOrder(
            "- is: item",
            "pattern: \"3\\\\d{13}\"",
            "check: luhn14",
            "pattern: \"2\\\\d{13}\"",
            "offers: [drop]",
            "where: {zh-Hant-HK: 大堂左邊, zh-Hans: 大堂左侧, en: on the left of the hall}");
    assertThat(changed(tried.lines(), LineChange.ADDED))
        .containsExactlyInAnyOrder(
            "pattern: \"[A-Z]{3}\\\\d{6}\"",
            "- is: item", "pattern: LIB-\\d{4}", "offers: [return, drop]");
    assertThat(setup.write("Chan").result()).isEqualTo(WriteResult.WRITTEN);
    assertThat(started()).isEmpty();
    assertThat(SettingsFile.read(site, Map.of()).barcodes().rules())
        .extracting(BarcodeSettings.BarcodeRuleSettings::is)
        .containsExactly(Classifier.CodeOwner.PATRON, Classifier.CodeOwner.ITEM);
    assertThat(sheet().field("barcodes.rules.1.pattern").orElseThrow().value())
        .isEqualTo("LIB-\\d{4}");
    assertThat(sheet().field("alternatives.1.offers").orElseThrow().value())
        .isEqualTo("return, drop");
    assertThat(setup.putBack("Chan").result()).isEqualTo(WriteResult.PUT_BACK);
    assertThat(Files.readString(file)).isEqualTo(example);
  }

  @Test
  void an_entry_that_a_start_would_refuse_is_never_written() throws IOException {
    SiteSetup setup = setup();
    for (Map<String, String> wrong :
        List.of(
            Map.of("barcodes.rules.1.pattern", "("),
            Map.of("barcodes.rules.2.is", "item"),
            Map.of("alternatives.1.minutes", "999"),
            Map.of("alternatives.2.place", "nowhere"),
            Map.of("alternatives.0.name.en", ""),
            Map.of("alternatives.7", SetupSheet.Entries.OUT),
            Map.of("technician.named.0.pin", "12"),
            Map.of("technician.named.0.level", "king"))) {
      assertThat(setup.attempt(wrong).refused()).as(wrong.toString()).isPresent();
      assertThat(setup.write("Chan").result()).isEqualTo(WriteResult.NOT_DONE);
    }
    assertThat(Files.readString(file)).isEqualTo(example);
  }

  @Test
  @Tag("full")
  void a_pin_of_the_form_is_kept_as_a_hash_and_no_two_have_the_same() throws IOException {
    SiteSetup setup = setup();
    assertThat(
            setup
                .attempt(
                    Map.of(
                        "technician.named.1.name",
                        "Wong",
                        "technician.named.1.level",
                        "staff",
                        "technician.named.1.pin",
                        "135790"))
                .refused()
                .orElseThrow()
                .why()
                .key())
        .isEqualTo("why.PIN_ONCE");
    SetupAnswer.SetupTried tried =
        setup.attempt(
            Map.of(
                "technician.named.1.name",
                "Wong",
                "technician.named.1.level",
                "staff",
                "technician.named.1.pin",
                "864209",
                "technician.named.1.card",
                "29000000000017"));
    assertThat(tried.refused()).isEmpty();
    assertThat(tried.lines().toString())
        .contains("name: Wong", "pin: ••••", "card: ••••")
        .doesNotContain("864209", "29000000000017", "pbkdf2");
    assertThat(setup.write("Chan").result()).isEqualTo(WriteResult.WRITTEN);
    assertThat(Files.readString(file)).doesNotContain("864209", "29000000000017");
    StaffSettings.StaffPin wong = SettingsFile.read(site, Map.of()).technician().named().getLast();
    assertThat(wong.name()).isEqualTo("Wong");
    assertThat(PinHash.fits(wong.pin(), "864209")).isTrue();
    assertThat(PinHash.fits(wong.card(), "29000000000017")).isTrue();
  }

  @Tag("full")
  @Test
  void the_command_adds_and_removes_entries() throws IOException {
    Ran shown = run("", "add", "barcodes.rules", "is=item", "pattern=LIB-[0-9]+");
    assertThat(shown.status()).as(shown.out()).isZero();
    assertThat(shown.out())
        .containsPattern("\\+ +\\d+ +- is: item")
        .contains("--write writes them");
    assertThat(Files.readString(file)).isEqualTo(example);
    assertThat(run("", "add", "barcodes.rules", "is=book").status()).isEqualTo(1);
    assertThat(run("", "add", "policies", "is=book").out()).contains("expected barcodes.rules");

    Ran staff =
        run(
            "864209\n",
            "add",
            "--write",
            "--by",
            "Chan",
            "technician.named",
            "name=Wong",
            "level=staff",
            "pin=-");
    assertThat(staff.status()).as(staff.out()).isZero();
    assertThat(staff.out()).doesNotContain("864209", "pbkdf2");
    assertThat(Files.readString(file)).contains("- name: Wong").doesNotContain("864209");
    assertThat(Files.readString(site.resolve("data/logs/staff.log")))
        .contains("SETTING station.technician.named.new.pin: •••• -> •••• (by Chan)")
        .doesNotContain("864209", "pbkdf2", "Wong");

    Ran removed = run("", "remove", "--write", "--by", "Chan", "technician.named.1");
    assertThat(removed.status()).as(removed.out()).isZero();
    assertThat(Files.readString(file)).isEqualTo(example);
    assertThat(run("", "remove", "alternatives.9").out()).contains("there is no entry 9");
    assertThat(run("", "remove", "central.port").out()).contains("expected an entry of a list");
  }

  @Test
  void what_a_calibration_measured_stands_among_the_options_of_the_bin() {
    SetupAnswer.SetupTried tried =
        setup()
            .attempt(
                Map.of(
                    "devices.bin.options.empty.mm", "790", "devices.bin.options.full.mm", "160"));
    assertThat(tried.refused()).isEmpty();
    assertThat(changed(tried.lines(), LineChange.ADDED))
        .containsExactlyInAnyOrder("empty.mm: \"790\"", "full.mm: \"160\"");
    assertThat(changed(tried.lines(), LineChange.REMOVED)).isEmpty();
    assertThat(
            setup()
                .attempt(Map.of("devices.bin.options.full.mm", "900"))
                .refused()
                .orElseThrow()
                .why())
        .isEqualTo(new CheckBoard.CheckMessage("why.OPTION_LESS_THAN", List.of("empty.mm")));
  }
}
