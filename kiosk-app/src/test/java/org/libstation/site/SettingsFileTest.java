package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.barcode.Classifier;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.station.parts.SiteCentral;
import org.libstation.station.parts.SiteScanner;

class SettingsFileTest {
  private static final Path SITE = Path.of("..", "config");
  private static final Path EXAMPLE = SITE.resolve("station.yaml");

  @TempDir Path site;

  @Test
  void the_example_site_is_read() {
    StationSettings settings = SettingsFile.read(SITE, Map.of());
    assertThat(settings.central().port()).isEqualTo(6001);
    assertThat(settings.devices())
        .containsOnlyKeys(
            DeviceName.SCANNER,
            DeviceName.PAD,
            DeviceName.DROP,
            DeviceName.BIN,
            DeviceName.PRINTER);
    assertThat(settings.library()).containsEntry(Language.ZH_HANT_HK, "南堤圖書館");
    assertThat(settings.mode()).isEqualTo(StationSettings.Mode.DEMO);
  }

  @Test
  void the_rules_of_barcodes_are_read_in_their_order_and_a_wrong_one_is_told_by_its_line()
      throws IOException {
    StationSettings settings = SettingsFile.read(SITE, Map.of());
    assertThat(settings.barcodes().rules())
        .extracting(BarcodeSettings.BarcodeRuleSettings::is)
        .containsExactly(Classifier.CodeOwner.ITEM, Classifier.CodeOwner.PATRON);
    int line = write("check: luhn14", "check: lunn14");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("line " + line)
        .hasMessageContaining("check is 'lunn14': expected none, luhn14, mod43, mod11 or ean13");
    write("pattern: \"2", "simbology: code39\n        pattern: \"2");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("simbology: unknown key; expected one of check, drop-check, is");
    write("- is: item\n        pattern: \"3", "- is: book\n        pattern: \"3");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("is is 'book': expected item or patron");
  }

  @Test
  void a_scanner_whose_sheet_is_not_there_or_wrong_is_told_before_the_start() throws IOException {
    int line = write("dialect: plain", "dialect: acme");
    assertThatThrownBy(() -> SiteScanner.of(Site.open(site), "scanner", _ -> {}))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("line " + line)
        .hasMessageContaining("there is no devices/scanners/acme.yaml")
        .hasMessageContaining("honeywell");
    Files.createDirectories(site.resolve("devices/scanners"));
    Files.writeString(site.resolve("devices/scanners/acme.yaml"), "maker: Acme\nenable: 4G\n");
    assertThatThrownBy(() -> SiteScanner.of(Site.open(site), "scanner", _ -> {}))
        .hasMessageContaining("acme.yaml, line 2: option 'enable' is '4G'; expected: bytes as hex");
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

  @ParameterizedTest
  @CsvSource({
    "port: 6001, port: 70000, station.central.port: expected a port from 1 to 65535",
    "port: 6001, port: 0, station.central.port: expected a port from 1 to 65535",
    "warning-seconds: 30, warning-seconds: 19, station.patron.warning-seconds: expected 20 to 120 (WCAG 2.2.1 asks for at least 20)",
    "dark-after-minutes: 10, dark-after-minutes: 1441, station.opening.dark-after-minutes: expected 0 (never) to 1440",
    "model: escpos, model: '', station.devices.printer.model: expected the name of a driver",
    "currency: HKD, currency: XXY, station.central.currency: expected an ISO",
    "currency: HKD, currency: '', station.central.currency: expected an ISO",
    "zone: Asia/Hong_Kong, zone: Mars, station.central.zone: expected a zone such as Asia/Hong_Kong",
    "zone: Asia/Hong_Kong, zone: '', station.central.zone: expected a zone such as Asia/Hong_Kong",
    "'least: \"5.00\"', least: five, station.payment.least: expected a sum of money such as 5.00",
    "'most: \"\"', most: -5, 'station.payment.most: expected a sum of money such as 5.00, or nothing'",
    "'most: \"\"', most: 4.99, station.payment.most: expected no less than payment.least"
  })
  void what_a_value_must_be_by_itself_is_told_with_its_line(String good, String bad, String told)
      throws IOException {
    int line = write(good, bad);
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("station.yaml, line " + line + ": " + told);
  }

  @Test
  void an_extra_key_is_told_with_the_keys_that_exist() throws IOException {
    int line = write("institution: SEL", "institution: SEL\n    colour: red");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("line " + (line + 1))
        .hasMessageContaining("station.central.colour: unknown key; expected one of")
        .hasMessageContaining("currency");
  }

  @ParameterizedTest
  @CsvSource({
    "tls.pinned=00, , tls.enabled: expected true",
    "tls.enabled=true, tls.pinned=abc, tls.pinned: expected the SHA-256",
    "tls.enabled=true, tls.key=x.pem, tls.key: expected certificate and key together",
    "dialect=, , dialect: expected a name such as koha-25"
  })
  void what_cannot_be_of_the_way_to_the_central_system_is_told(
      String one, @Nullable String another, String told) {
    Map<String, String> overrides = new HashMap<>();
    for (String setting : another == null ? List.of(one) : List.of(one, another)) {
      String[] parts = setting.split("=", 2);
      overrides.put("station.central." + parts[0], parts[1]);
    }

    assertThatThrownBy(() -> SettingsFile.read(SITE, overrides))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining(told);
  }

  @Test
  void two_members_of_staff_with_one_pin_are_told_apart_by_nothing_and_refused()
      throws IOException {
    write("pin: \"135790\"", "pin: \"246810\"");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("named")
        .hasMessageContaining("expected a PIN of its own for each name");
  }

  @Test
  void a_certificate_that_is_not_there_is_told_before_the_start() {
    StationSettings settings =
        SettingsFile.read(
            SITE,
            Map.of(
                "station.central.tls.enabled", "true",
                "station.central.tls.authority", "nowhere.pem"));

    assertThatThrownBy(() -> SiteCentral.check(settings, SITE))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("station.central.tls: a file cannot be read")
        .hasMessageContaining("nowhere.pem");
  }

  @Test
  void a_device_of_no_known_name_is_told_once_with_the_names_that_are_known() throws IOException {
    int line = write("printer:", "kettle:");
    String told =
        "station.devices.kettle: expected one of scanner, cards, pad, drop, dropscanner, bin,"
            + " printer";
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .isInstanceOf(SiteProblem.class)
        .hasMessage(site.resolve("station.yaml") + ", line " + line + ": " + told);
    assertThatThrownBy(
            () -> SettingsFile.read(SITE, Map.of("station.devices.kettle.model", "escpos")))
        .hasMessage(SITE.resolve("station.yaml") + ": " + told);
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

  /// A tag is as it is written: none that a reader of other words would take for it.
  @ParameterizedTest
  @CsvSource({
    "en, EN",
    "en, En",
    "en, de",
    "en, en.gb",
    "zh-Hans, zh_hans",
    "zh-Hans, zh-hans",
    "zh-Hans, ZH_HANS",
    "zh-Hans, zhHans",
    "zh-Hant-HK, zh-Hant-hk",
    "zh-Hant-HK, zh-Hant"
  })
  void a_text_in_a_language_that_no_station_speaks_is_told_at_the_texts_and_once(
      String tag, String other) throws IOException {
    Path file = site.resolve("station.yaml");
    for (String old : List.of("\n  name:\n", "\n    hours: {")) {
      String text = Files.readString(EXAMPLE);
      int at = text.indexOf(old);
      int line = (int) text.substring(0, at).lines().count() + 1;
      int there = text.indexOf(tag + ": ", at);
      String key = old.contains("name") ? "name" : "help.hours";
      String told =
          file
              + ", line "
              + line
              + ": station."
              + key
              + ": expected one text for each of en, zh-Hant-HK and zh-Hans";
      String also = other + ": x" + (key.equals("name") ? "\n    " : ", ");
      for (String wrong :
          List.of(
              text.substring(0, there) + other + text.substring(there + tag.length()),
              text.substring(0, there) + also + text.substring(there))) {
        Files.writeString(file, wrong);
        assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
            .isInstanceOfSatisfying(
                SiteProblem.class,
                problem -> {
                  assertThat(problem).hasMessage(told);
                  SettingRefusal refusal = problem.refusal().orElseThrow();
                  assertThat(refusal.why().key()).isEqualTo("why.IN_THREE");
                  assertThat(refusal.setting()).isEqualTo(key);
                  assertThat(refusal.line()).isEqualTo(line);
                });
      }
    }
    assertThatThrownBy(() -> SettingsFile.read(SITE, Map.of("station.name." + other, "x")))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("station.name: expected one text for each of en, zh-Hant-HK");
    assertThat(SettingsFile.read(SITE, Map.of("station.name." + tag, "x")).name()).hasSize(3);
  }

  @Test
  void a_wrong_mode_is_told_with_the_modes() throws IOException {
    write("mode: demo", "mode: party");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("station.mode is 'party': expected live, demo or training");
  }

  @Test
  void a_value_missing_from_one_device_is_told_at_that_device() throws IOException {
    int line = write("model: escpos", "model: \"\"");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("line " + line)
        .hasMessageContaining("station.devices.printer.model: expected the name of a driver");
  }

  @Test
  void what_is_no_yaml_is_told() throws IOException {
    Files.writeString(site.resolve("station.yaml"), "station: [\n");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("is not valid YAML");
  }

  /// Line, column and key are told; the value, which may be a password, never is.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: *hunter2",
        "password: &hunter2",
        "password: &hunter2 hunter2",
        "password: !hunter2",
        "password: !hunter2 hunter2",
        "password: !!hunter2 hunter2",
        "password: @hunter2",
        "password: `hunter2",
        "password: %hunter2",
        "password: \"hunter2",
        "password: 'hunter2",
        "password: \"hunter2\" hunter2",
        "password: \"\\hunter2\"",
        "password: hunter2: hunter2",
        "password: [hunter2",
        "password: [hunter2}",
        "password: {hunter2",
        "password: {hunter2}",
        "password: {hunter2: hunter2}",
        "password: [hunter2]",
        "password: hunter2\n    password: hunter2",
        "password: |hunter2",
        "password: >hunter2",
        "password:\thunter2: *hunter2",
        "\tpassword: hunter2",
        "password: <<: *hunter2",
        "<<: {password: hunter2}",
        "password: hunter2\n   hunter2",
        "password: hunter2\n     institution: hunter2",
        "password: hunter2\u0001"
      })
  void what_is_no_yaml_is_told_by_line_column_and_key_and_never_by_its_value(String wrong)
      throws IOException {
    int line = write("password: station2", wrong);
    Path file = site.resolve("station.yaml");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .isInstanceOfSatisfying(
            SiteProblem.class,
            problem -> {
              assertThat(problem.getMessage())
                  .startsWith(file + ", line ")
                  .contains("station.central")
                  .doesNotContain("hunter2");
              SettingRefusal refusal = problem.refusal().orElseThrow();
              assertThat(refusal.line()).isBetween(line - 1, line + 2);
              assertThat(refusal.setting()).startsWith("central").doesNotContain("hunter2");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "*hunter2, 15",
    "@hunter2, 15",
    "'\"hunter2', 15",
    "'a: b', 16",
    "'!hunter2 x', 15",
    "'x\n    password: y', 5"
  })
  void the_place_of_a_syntax_error_is_its_line_and_column(String value, int column)
      throws IOException {
    int line = write("password: station2", "password: " + value);
    int at = value.contains("\n") ? line + 1 : line;
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining(
            "station.yaml, line " + at + ", column " + column + ": station.central.password: ");
  }

  /// The reader of YAML often notices a fault some lines later, at a key that is well.
  @ParameterizedTest
  @CsvSource({
    "'  mode: demo', '   mode: hunter2', station.mode, indentation",
    "'    password: station2', '     password: hunter2', station.central.password, indentation",
    "'    password: station2', '   password: hunter2', station.central.password, indentation",
    "password: station2, password: {hunter2, station.central.password, not closed",
    "password: station2, password: [hunter2, station.central.password, not closed",
    "password: station2, password:hunter2, station.central.password, expected 'key: value'",
    "mode: demo, mode:hunter2, station.mode, expected 'key: value'",
    "host: 127.0.0.1, host:hunter2, station.central.host, expected 'key: value'"
  })
  void a_syntax_fault_is_told_at_the_line_that_holds_it(
      String good, String bad, String key, String told) throws IOException {
    int line = write(good, bad) + (good.startsWith(" ") ? 1 : 0);
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("station.yaml, line " + line + ", column ")
        .hasMessageContaining(": " + key + ": is not valid YAML: ")
        .hasMessageContaining(told)
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "Top #hunter2, true",
    "Top # hunter2, true",
    "'\"Top #hunter2\"', false",
    "'\"Top\" #hunter2', false",
    "Top#hunter2, false",
    "Top, false"
  })
  void a_password_that_a_comment_sign_cuts_is_told_by_its_place(String value, boolean cut)
      throws IOException {
    int line = write("password: station2", "password: " + value);
    List<String> told = SettingsFile.cutSecrets(site);
    assertThat(told)
        .isEqualTo(
            cut ? List.of("station.yaml, line " + line + ": station.central.password") : List.of());
    write("mode: demo", "mode: demo #hunter2");
    assertThat(SettingsFile.cutSecrets(site)).as("no password").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mode: demo, mode: Live, 'station.mode is ''Live'': expected live, demo or training'",
    "role: station, role: BOOK_DROP, 'station.role is ''BOOK_DROP'': expected station or book-drop'",
    "offers: [borrow, 'offers: [Borrow', 'Borrow'': expected borrow, return or drop'",
    "language: zh-Hant-HK, language: EN, 'station.language is ''EN'': expected '",
    "pin-required: true, pin-required: 'pin-required: \"TRUE\"', expected true or false",
    "idle-seconds: 60, idle-seconds: 60.9, expected a whole number",
    "idle-seconds: 60, idle-seconds: '0x3C', expected a whole number",
    "    mode: demo, Mode: demo, expected"
  })
  void a_word_or_number_is_written_as_the_settings_have_it(String good, String bad, String told)
      throws IOException {
    int line = write(good.strip(), bad);
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("station.yaml, line " + line + ": ")
        .hasMessageContaining(told);
  }

  /// As behind a directory that is closed to the user who asks.
  @Test
  void one_that_cannot_be_looked_at_is_not_called_missing() throws IOException {
    Path round = site.resolve("station.yaml");
    Files.deleteIfExists(round);
    Files.createSymbolicLink(round, round);
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of()))
        .hasMessageContaining("station.yaml")
        .hasMessageContaining("cannot be read")
        .hasMessageNotContaining("not found");
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
