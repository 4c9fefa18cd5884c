package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.central.Centrals;
import org.libstation.central.oddline.OddLibrary;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.flow.state.SetupSheet;
import org.libstation.journal.EntryState;
import org.libstation.process.log.Traces;
import org.libstation.service.setup.SiteSetup;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.SiteCentral;
import picocli.CommandLine;

/// A protocol that nobody speaks, known by its own folder (`org.libstation.central.oddline`) and
/// one line of a service, is a way to a central system like any other.
@Timeout(450)
class NewProtocolTest {
  private static final String PROTOCOL = "oddline";
  private static final String BOOK = "38801000000015";
  private static final String UID = "E004015000000001";
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /// The example's central system, as a regular expression.
  private static final String CENTRAL = " {2}central:\\n(.*\\n)*?(?=\\n? {2}# The devices\\.)";

  @TempDir Path dir;

  private OddLibrary library;

  @BeforeEach
  void open() throws Exception {
    library =
        new OddLibrary(List.of(BOOK), Map.of(StationRig.CARD, StationRig.PIN), "none", "none");
  }

  @AfterEach
  void close() throws Exception {
    library.close();
  }

  private String withNewProtocol(String yaml) {
    String changed =
        yaml.replaceFirst(
            CENTRAL,
            """
              central:
                protocol: %s
                host: 127.0.0.1
                port: %d
                options:
                  courtesy: polite

            """
                .formatted(PROTOCOL, library.port()));
    assertThat(changed).isNotEqualTo(yaml);
    return changed;
  }

  private Path site() throws Exception {
    Path site = StationRig.copyOfExample(dir.resolve("site"));
    Path file = site.resolve("station.yaml");
    Files.writeString(file, withNewProtocol(Files.readString(file)));
    return site;
  }

  private static SiteSetup setup(Path site) {
    return new SiteSetup(site, Map.of(), InstantSource.system(), _ -> {}, Optional.empty());
  }

  private static List<SetupSheet.SheetField> fields(SiteSetup setup) {
    assertThat(setup.read()).isInstanceOf(SetupAnswer.SetupSheetRead.class);
    return ((SetupAnswer.SetupSheetRead) setup.read())
        .sheet().groups().stream().flatMap(group -> group.fields().stream()).toList();
  }

  private static SetupSheet.SheetField field(SiteSetup setup, String key) {
    return fields(setup).stream()
        .filter(field -> field.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("full")
  void the_form_offers_it_with_its_own_options_and_no_dialect() throws Exception {
    Path site = site();
    SiteSetup setup = setup(site);
    assertThat(field(setup, "central.protocol").choices())
        .contains(PROTOCOL, Centrals.usual().protocol());
    assertThat(field(setup, "central.options.courtesy").choices())
        .containsExactly("plain", "polite");
    SetupSheet.SheetField patience = field(setup, "central.options.patience");
    assertThat(patience.value()).isEqualTo("2");
    assertThat(patience.kind()).isEqualTo(SetupSheet.FieldKind.NUMBER);
    assertThat(patience.expected())
        .contains(new CheckBoard.CheckMessage("why.RANGE", List.of("1", "30")));
    assertThat(fields(setup)).noneMatch(field -> field.key().equals("central.dialect"));

    assertThat(setup.attempt(Map.of("central.options.patience", "31")).refused()).isPresent();
    assertThat(setup.attempt(Map.of("central.options.patience", "5")).refused()).isEmpty();
    assertThat(setup.write("Chan").result()).isEqualTo(SetupAnswer.WriteResult.WRITTEN);
    assertThat(SettingsFile.read(site, Map.of()).central().options())
        .containsEntry("patience", "5");
  }

  @Test
  void what_it_does_not_know_is_refused_with_its_line() throws Exception {
    Path site = site();
    Path file = site.resolve("station.yaml");
    Files.writeString(file, Files.readString(file).replace("courtesy: polite", "curtsey: polite"));
    assertThatThrownBy(() -> SiteCentral.of(SettingsFile.read(site, Map.of()), site))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("station.yaml, line ")
        .hasMessageContaining(
            "station.central.options.curtsey: expected one of courtesy, patience");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of("station.central.dialect", "generic")))
        .hasMessageContaining("station.central.dialect: expected nothing");
    assertThatThrownBy(() -> SettingsFile.read(site, Map.of("station.central.protocol", "oddlin")))
        .hasMessageContaining("station.central.protocol: expected")
        .hasMessageContaining(PROTOCOL);
  }

  private static String said(String... words) {
    StringWriter out = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    int _ = line.execute(words);
    return out.toString();
  }

  @Test
  @Tag("full")
  void the_doctor_asks_it_and_hears_when_it_is_gone() throws Exception {
    Path site = site();
    assertThat(said("doctor", "--config", site.toString())).containsPattern("median \\d+ ms, p95");
    library.close();
    assertThat(said("doctor", "--config", site.toString())).contains("refuses the connection");
  }

  @Test
  void it_is_probed_as_it_says() throws Exception {
    String said =
        said(
            "probe",
            "127.0.0.1:" + library.port(),
            "--protocol",
            PROTOCOL,
            "--user=kiosk",
            "--password=kiosk",
            "--card",
            StationRig.CARD,
            "--pin=" + StationRig.PIN,
            "--item",
            BOOK,
            "--name",
            "odd",
            "--out",
            dir.toString());
    assertThat(said).contains("it is there: true", "it lends: true", "it takes back: true");
    assertThat(dir.resolve("odd.pdf")).isNotEmptyFile();
    assertThat(dir.resolve("odd.txt")).isNotEmptyFile();
    assertThat(dir.resolve("odd.yaml")).doesNotExist();
  }

  private static void leave(StationRig station) {
    station.press(new Key.Leave());
    station.line("screen receipt");
    station.press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE));
    station.press(new Key.Confirm());
    station.line("screen welcome");
  }

  @Test
  @Tag("full")
  void it_lends_renews_and_takes_back_a_book_and_its_trace_shows_no_number() throws Exception {
    try (StationRig station = StationRig.off(dir, this::withNewProtocol)) {
      station.set("central.port", String.valueOf(library.port()));
      station.start();
      Traces.want(station.data(), List.of(PROTOCOL), Instant.now().plusSeconds(600));
      Path trace = station.data().resolve("traces").resolve(PROTOCOL + ".log");
      await("the trace").atMost(LIMIT).until(() -> Files.exists(trace));
      station.borrowing();
      station.pad().place(UID, BOOK, "HK-SEL", 1, 1, true);
      station.line("row " + BOOK + " lent");
      assertThat(library.lentTo(BOOK)).isEqualTo(StationRig.CARD);
      LocalDateTime due = library.due(BOOK);
      station.pad().lift(UID);
      station.see("an empty pad", state -> state.pad().isEmpty());
      leave(station);

      station.press(new Key.StartAccount());
      station.line("screen card");
      station.scan(StationRig.CARD);
      station.line("screen pin");
      station.type(StationRig.PIN);
      station.line(BOOK);
      station.press(new Key.RenewOne(new ItemId(BOOK)));
      await("the renewal").atMost(LIMIT).until(() -> library.due(BOOK).isAfter(due));
      leave(station);

      station.press(new Key.StartReturn());
      station.line("screen return");
      station.pad().place(UID, BOOK, "HK-SEL", 1, 1, false);
      await("the return").atMost(LIMIT).until(() -> library.lentTo(BOOK).isEmpty());
      station.settled(
          "a loan, a renewal and a return",
          all -> all.size() == 3 && all.stream().allMatch(one -> one.state() == EntryState.CLOSED));

      assertThat(Files.readString(trace))
          .contains("> LEND", "> RENEW", "> BACK", "< OK")
          .doesNotContain(BOOK, StationRig.CARD, StationRig.PIN);
    }
  }
}
