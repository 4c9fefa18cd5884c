package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.command.Called;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.flow.state.SetupSheet;
import org.libstation.journal.EntryState;
import org.libstation.lab.command.EmulateCommand;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.TagField;
import org.libstation.lab.twin.Twins;
import org.libstation.process.log.Traces;
import org.libstation.service.setup.SiteSetup;
import org.libstation.site.DeviceName;
import org.libstation.site.SettingsFile;
import picocli.CommandLine;

/// A reader that nobody makes, known by its own folder (`org.libstation.device.oddpad`) and two
/// lines of services, is a device of the station like any other.
@Timeout(450)
class NewMakeTest {
  private static final String MAKE = "oddpad";
  private static final String BOOK = "38801000000015";
  private static final String UID = "E004015000000001";
  private static final String LINE = "?baud=57600";
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /// The example's pad with its options, as a regular expression.
  private static final String PAD = " {4}pad:\\n(.*\\n)*?(?= {4}drop:)";

  @TempDir Path dir;

  private static String withNewPad(String yaml) {
    String changed =
        yaml.replaceFirst(
            PAD,
            "    pad:\n      model: "
                + MAKE
                + "\n      address: serial:/dev/libstation/pad"
                + LINE
                + "\n");
    assertThat(changed).isNotEqualTo(yaml);
    return changed;
  }

  private Path site() throws Exception {
    Path site = StationRig.copyOfExample(dir.resolve("site"));
    Path file = site.resolve("station.yaml");
    Files.writeString(
        file,
        withNewPad(Files.readString(file))
            .replace("/dev/libstation/pad", dir.resolve("pad").toString())
            .replace("/dev/libstation/", dir + "/none/"));
    return site;
  }

  private static SiteSetup setup(Path site) {
    return new SiteSetup(site, Map.of(), InstantSource.system(), _ -> {}, Optional.empty());
  }

  private static SetupSheet.SheetField field(SiteSetup setup, String key) {
    assertThat(setup.read()).isInstanceOf(SetupAnswer.SetupSheetRead.class);
    return ((SetupAnswer.SetupSheetRead) setup.read())
        .sheet().groups().stream()
            .flatMap(group -> group.fields().stream())
            .filter(field -> field.key().equals(key))
            .findFirst()
            .orElseThrow();
  }

  @Test
  @Tag("full")
  void the_form_offers_it_with_its_own_options_and_its_usual_line() throws Exception {
    Path site = site();
    SiteSetup setup = setup(site);
    assertThat(field(setup, "devices.drop.model").choices()).contains(MAKE);
    assertThat(field(setup, "devices.pad.options.tone").choices()).containsExactly("soft", "loud");
    SetupSheet.SheetField looks = field(setup, "devices.pad.options.looks");
    assertThat(looks.value()).isEqualTo("3");
    assertThat(looks.kind()).isEqualTo(SetupSheet.FieldKind.NUMBER);
    assertThat(looks.expected())
        .contains(new CheckBoard.CheckMessage("why.OPTION_WHOLE_NUMBER", List.of("1", "50")));
    assertThat(field(setup, "devices.bin.options.coil.lamp").kind())
        .as("a number or a word")
        .isEqualTo(SetupSheet.FieldKind.TEXT);

    assertThat(setup.attempt(Map.of("devices.cards.model", MAKE)).refused()).isEmpty();
    assertThat(setup.write("Chan").result()).isEqualTo(SetupAnswer.WriteResult.WRITTEN);
    assertThat(SettingsFile.read(site, Map.of()).devices())
        .hasEntrySatisfying(
            DeviceName.CARDS,
            entry -> assertThat(entry.address()).isEqualTo("serial:/dev/libstation/cards" + LINE));
    assertThat(setup.attempt(Map.of("devices.pad.options.looks", "0")).refused()).isPresent();
  }

  @Test
  @Tag("full")
  void it_is_found_at_its_port() throws Exception {
    Path site = site();
    Path link = dir.resolve("pad");
    try (PtyTwin _ = PtyTwin.plugged(Twins.of(MAKE).orElseThrow(), 57_600, Optional.of(link))) {
      // No printer is configured that might be this port's.
      Path file = site.resolve("station.yaml");
      Files.writeString(
          file,
          Files.readString(file)
              .replace(
                  "    printer:\n      model: escpos\n", "    printer:\n      model: pdfprinter\n")
              .replaceFirst("serial:[^\n]*/none/printer[^\n]*", "file:receipts"));
      PortBoard.PortLine found =
          setup(site).ports(() -> false, _ -> {}).lines().stream()
              .filter(line -> line.port().equals(link.toString()))
              .findFirst()
              .orElseThrow();
      assertThat(found.stand()).isEqualTo(PortBoard.Stand.FOUND);
      assertThat(found.model()).isEqualTo(MAKE);
      assertThat(found.settings()).containsEntry("baud", "57600");
    }
  }

  private static String doctor(Path site) {
    StringWriter out = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    int _ = line.execute("doctor", "--config", site.toString());
    return out.toString();
  }

  @Test
  @Tag("full")
  void the_doctor_examines_it_and_hears_when_it_falls_silent() throws Exception {
    Path site = site();
    TagField twin = Twins.of(MAKE, TagField.class);
    try (PtyTwin _ = PtyTwin.plugged(twin, 57_600, Optional.of(dir.resolve("pad")))) {
      assertThat(doctor(site)).containsPattern("(?m)^.*pad.*ODDPAD 1.*$");
      assertThat(twin.bringAbout("mute", List.of())).isEmpty();
      assertThat(doctor(site)).doesNotContain("ODDPAD 1");
    }
  }

  @Test
  void it_is_emulated_by_the_words_of_what_it_can_do_and_has_its_faults() {
    String typed = "place " + BOOK + "\nafi " + BOOK + "\nfault mute\nheal\nhelp\nquit\n";
    Called station =
        new Called(
            new EmulateCommand(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))));
    assertThat(station.with("emulate", MAKE)).isZero();
    assertThat(station.said("address: ").orElseThrow()).contains("?baud=57600&frame=8N1");
    assertThat(station.out())
        .contains("ok E0040150", "07 secured, the gate alarms", "fault mute", "place ITEM")
        .doesNotContain("not understood");
  }

  @Test
  @Tag("full")
  void it_lends_a_book_and_its_trace_shows_its_commands_alone() throws Exception {
    try (StationRig station = StationRig.off(dir, NewMakeTest::withNewPad)) {
      station.start();
      Traces.want(station.data(), List.of("pad"), Instant.now().plusSeconds(600));
      station.borrowing();
      station.pad().place(UID, BOOK, "HK-SEL", 1, 1, true);
      station.line("row " + BOOK + " lent");
      assertThat(station.pad().afi(UID)).isEqualTo(TagField.AFI_ON_LOAN);
      station.settled(
          "one loan", all -> all.size() == 1 && all.getFirst().state() == EntryState.CLOSED);

      Path trace = station.data().resolve("traces").resolve("pad.trace");
      // It begins at the next look for what is wanted, in the middle of whatever is said then.
      await("its list in the trace")
          .atMost(LIMIT)
          .until(
              () ->
                  Files.exists(trace)
                      && Files.readAllLines(trace).stream()
                          .anyMatch(line -> line.contains("4C •")));
      assertThat(Files.readAllLines(trace)).noneMatch(line -> line.contains("45 30 30 34"));
    }
  }
}
