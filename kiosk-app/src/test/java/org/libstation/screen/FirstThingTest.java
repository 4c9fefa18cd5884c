package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.flow.CheckTest;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.CheckBoard.CheckMessage;
import org.libstation.flow.state.CheckBoard.CheckState;
import org.libstation.flow.state.Figures;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.SlipOffer;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.language.TestTexts;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.technician.Evidence;
import org.libstation.screen.technician.ServiceViewModel;
import org.libstation.screen.technician.TechnicianViewModel;
import org.libstation.screen.technician.Tile;

/// The technician's home, the health page and the checks name the same thing first, and show it
/// first; what devices say of themselves is told in the language of the screen.
class FirstThingTest {
  private static final StationFacts STATION =
      StationFacts.beginning(
              new StationFacts.SiteFacts(
                  StationFacts.StationBanner.NONE, StationFacts.StationRole.LEND_AND_RETURN),
              SlipOffer.KEY)
          .withLink(StationFacts.LinkState.ONLINE)
          .withDevices(
              List.of(
                  DeviceLine.plain(
                      DeviceRole.SPEECH, "speech", DeviceCondition.CONNECTING, "DV11", ""),
                  DeviceLine.plain(
                      DeviceRole.SCANNER,
                      "scanner",
                      DeviceCondition.READY,
                      "",
                      "firmware CAABMS00"),
                  DeviceLine.plain(DeviceRole.PAD, "pad", DeviceCondition.NEEDS_HAND, "DF22", "x"),
                  DeviceLine.plain(DeviceRole.PRINTER, "printer", DeviceCondition.READY, "", "")));

  static Voice voice(Language language) {
    return new Voice(
        TestTexts.OURS.in(language),
        "library",
        "station",
        SiteWords.NONE,
        Duration.ofMinutes(1),
        new BuiltInBrand());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_reader_goes_before_speech_on_every_page(Language language) {
    Voice voice = voice(language);
    String pad = voice.say("check.pad");
    String first = voice.say("technician.first", pad);
    TechnicianViewModel home = new TechnicianViewModel(voice, Look.technician(language));
    home.show(
        States.of(
            STATION, Screen.Technician.opened(Duration.ZERO).measured(CheckTest.figures(false))));
    assertThat(home.first.get().head()).isEqualTo(first);
    assertThat(home.tiles.get()).extracting(Tile::name).startsWith(pad, voice.say("check.speech"));
    ServiceViewModel health = new ServiceViewModel(voice, Look.technician(language));
    health.show(
        page(
            new ServicePage.HealthPage(
                Optional.of(CheckTest.figures(false)),
                false,
                new ServicePage.Bundle.BundleNotAsked())));
    assertThat(health.first.get().orElseThrow()).isEqualTo(home.first.get());
    assertThat(health.body.get().tiles()).isEqualTo(home.tiles.get());
    ServiceViewModel checks = new ServiceViewModel(voice, Look.technician(language));
    checks.show(page(new ServicePage.Checks(board(), 0)));
    assertThat(checks.first.get().orElseThrow().head()).isEqualTo(first);
    assertThat(checks.body.get().tiles()).extracting(Tile::name).startsWith(pad);
    assertThat(checks.body.get().card().orElseThrow().head()).startsWith(pad);
  }

  /// What no device tells is said first too, by the one thing that the checks would say.
  @ParameterizedTest
  @EnumSource(Language.class)
  void a_full_bin_a_clock_far_off_and_a_full_disk_are_not_called_well(Language language) {
    Voice voice = voice(language);
    StationFacts well = STATION.withDevices(List.of());
    Figures good = CheckTest.figures(false);
    assertThat(firstOf(voice, well, good)).isEqualTo(voice.say("technician.well"));
    assertThat(firstOf(voice, well.withBin(97).withFlap(true), good))
        .isEqualTo(voice.say("technician.first", voice.say("device.BIN")));
    StationFacts out = well.withBin(3).withDrop(well.withBin(3).drop().inputs(true, false, false));
    assertThat(firstOf(voice, out, good))
        .isEqualTo(voice.say("technician.first", voice.say("device.BIN")));
    Figures.LinkFact far =
        new Figures.LinkFact(
            OptionalLong.of(84),
            OptionalLong.of(310),
            Optional.empty(),
            OptionalLong.of(3600),
            Optional.of("G53"));
    assertThat(firstOf(voice, well, with(good, far, good.computer())))
        .isEqualTo(voice.say("technician.first", voice.say("check.clock")));
    StationFacts unpaid =
        well.withDevices(
            List.of(
                DeviceLine.plain(
                        DeviceRole.PAYMENT, "payment", DeviceCondition.CONNECTING, "G82", "no way")
                    .withFinding(Optional.of("G82"))));
    assertThat(firstOf(voice, unpaid, good))
        .isEqualTo(voice.say("technician.first", voice.say("check.payment")));
    TechnicianViewModel home =
        new TechnicianViewModel(voice, Look.technician(voice.words().language()));
    home.show(States.of(unpaid, Screen.Technician.opened(Duration.ZERO).measured(good)));
    assertThat(home.first.get().line().orElseThrow())
        .contains("G82", voice.say("finding.G82.what"), voice.say("finding.G82.do"));
    Figures.Computer full =
        new Figures.Computer(1, 412, OptionalInt.of(51), "Asia/Hong_Kong", List.of("G42"), true);
    assertThat(firstOf(voice, well.withBin(97).withFlap(true), with(good, far, full)))
        .isEqualTo(voice.say("technician.first", voice.say("health.computer")));
  }

  private static Figures with(Figures all, Figures.LinkFact link, Figures.Computer computer) {
    return new Figures(
        all.at(),
        all.devices(),
        link,
        computer,
        all.restarts(),
        all.month(),
        all.slots(),
        all.refusals());
  }

  /// What both pages call first; what they call so is the first tile, and that one is not well.
  private static String firstOf(Voice voice, StationFacts station, Figures figures) {
    TechnicianViewModel home =
        new TechnicianViewModel(voice, Look.technician(voice.words().language()));
    home.show(States.of(station, Screen.Technician.opened(Duration.ZERO).measured(figures)));
    Tile tile = home.tiles.get().getFirst();
    String first = home.first.get().head();
    assertThat(tile.ink() == Ink.DONE).isEqualTo(first.equals(voice.say("technician.well")));
    assertThat(first.equals(voice.say("technician.first", tile.name())))
        .isEqualTo(tile.ink() != Ink.DONE);
    ServiceViewModel health =
        new ServiceViewModel(voice, Look.technician(voice.words().language()));
    health.show(
        States.of(
            station,
            new Screen.Service(
                new ServicePage.HealthPage(
                    Optional.of(figures), false, new ServicePage.Bundle.BundleNotAsked()),
                Duration.ZERO)));
    assertThat(health.first.get()).contains(home.first.get());
    return first;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void what_devices_say_of_themselves_is_in_the_language_of_the_screen(Language language) {
    Voice voice = voice(language);
    TechnicianViewModel home = new TechnicianViewModel(voice, Look.technician(language));
    home.show(
        States.of(
            STATION, Screen.Technician.opened(Duration.ZERO).measured(CheckTest.figures(false))));
    List<String> lines = home.tiles.get().stream().map(Tile::line).toList();
    assertThat(lines)
        .anyMatch(line -> line.startsWith(voice.say("device.says.PRINTER_MARKS", "576")));
    if (language != Language.EN) {
      assertThat(lines)
          .noneMatch(line -> line.matches("(?i).*\\b(firmware|software|power|dots|scanner)\\b.*"));
    }
    Tile speech = home.tiles.get().get(1);
    assertThat(speech.state()).isEqualTo(voice.say("state.connecting"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_tile_has_its_figure_and_where_it_is_known_the_course_of_the_last_day(Language language) {
    Voice voice = voice(language);
    TechnicianViewModel home = new TechnicianViewModel(voice, Look.technician(language));
    home.show(States.of(STATION, Screen.Technician.opened(Duration.ZERO)));
    assertThat(figure(home, voice.say("check.link")).number()).isEmpty();
    home.show(
        States.of(
            STATION, Screen.Technician.opened(Duration.ZERO).measured(CheckTest.figures(false))));
    Tile.Figure link = figure(home, voice.say("check.link"));
    assertThat(link.number()).isEqualTo("84");
    assertThat(link.unit()).isEqualTo(voice.say("health.link.unit"));
    assertThat(link.day()).hasSize(24).startsWith(84.0, 97.0);
    assertThat(figure(home, voice.say("health.reads")).number()).isEqualTo("12");
    assertThat(figure(home, voice.say("check.clock")).day()).hasSize(24).contains(-1.0, 1.0);
    Tile.Figure computer = figure(home, voice.say("health.computer"));
    assertThat(computer.day()).hasSize(24).startsWith(46.0);
    assertThat(computer.said()).contains("°C");
    Tile.Figure printer = figure(home, voice.say("check.printer"));
    assertThat(printer.number()).isEqualTo("6");
    assertThat(printer.unit()).isEqualTo(voice.say("health.answer.min"));
    assertThat(printer.day()).isEmpty();
  }

  private static Tile.Figure figure(TechnicianViewModel home, String name) {
    return home.tiles.get().stream()
        .filter(tile -> tile.name().equals(name))
        .findFirst()
        .orElseThrow()
        .figure();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void what_a_finding_counted_is_drawn_and_what_it_did_not_is_not(Language language) {
    Voice voice = voice(language);
    ServiceViewModel checks = new ServiceViewModel(voice, Look.technician(language));
    checks.show(page(new ServicePage.Checks(board(), 0)));
    Evidence evidence = checks.body.get().card().orElseThrow().evidence().orElseThrow();
    assertThat(evidence.bars())
        .containsExactly(
            new Evidence.Bar(voice.say("evidence.troubled"), 0.14, "14 / 100", Ink.ASK));
    CheckBoard told =
        board(
            CheckTest.line(
                "keys",
                CheckState.ATTENTION,
                new CheckMessage("told.keys", List.of("1")),
                new CheckBoard.BoardFinding(
                    "G13",
                    false,
                    new CheckMessage("told.plain", List.of("machine-key")),
                    true,
                    false)));
    checks.show(page(new ServicePage.Checks(told, 0)));
    assertThat(checks.body.get().card().orElseThrow().evidence()).isEmpty();
  }

  private static FlowState page(ServicePage page) {
    return States.of(STATION, new Screen.Service(page, Duration.ZERO));
  }

  private static CheckBoard board() {
    return board(
        line("keys", "G13", false), line("printer", "E11", true), line("pad", "E15", false));
  }

  private static CheckBoard board(CheckBoard.CheckLine... lines) {
    return CheckBoard.EMPTY.with(
        c -> c.lines(List.of(lines)).running(false).took(Duration.ofSeconds(8)));
  }

  private static CheckBoard.CheckLine line(String id, String code, boolean fault) {
    return CheckTest.line(
        id,
        fault ? CheckState.FAULT : CheckState.ATTENTION,
        new CheckMessage("told.device.quiet", List.of()),
        new CheckBoard.BoardFinding(
            code,
            fault,
            new CheckMessage("seen.count", List.of("14", "100")),
            false,
            code.equals("E11")));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_dead_device_is_not_connected_among_the_checks_too(Language language) {
    Voice voice = voice(language);
    ServiceViewModel checks = new ServiceViewModel(voice, Look.technician(language));
    checks.show(States.of(STATION, States.named("checks-ended").screen()));
    assertThat(checks.body.get().tiles())
        .filteredOn(tile -> tile.name().equals(voice.say("check.printer")))
        .extracting(Tile::state)
        .containsExactly(voice.say("state.connecting"));
  }
}
