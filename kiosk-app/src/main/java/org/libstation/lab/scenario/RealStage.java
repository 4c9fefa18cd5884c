package org.libstation.lab.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.scenario.Action.Expectation;
import org.libstation.lab.scenario.Action.RowState;
import org.libstation.site.DeviceName;
import org.libstation.site.Site;
import org.libstation.station.driven.DrivenStation;
import org.libstation.station.driven.ScenarioProblem;

/// Plays scenarios on the product itself: a station process, device twins behind pseudo-terminals,
/// and the embedded library as a process if the site uses it.
public final class RealStage implements ScenarioStage {
  private static final Duration POWER_CUT_WAIT = Duration.ofSeconds(20);
  private static final Duration TRAY_WAIT = Duration.ofMinutes(2);
  private static final String ROLE = "station.role";
  private static final Duration POLL = Duration.ofMillis(20);

  private final Site site;
  private final Path out;
  private final Bench bench;
  private volatile Optional<LibraryProcess> library;
  private final Map<String, String> overrides;
  private final List<String> prefix;
  private final ScenarioRunner.Pause pause;
  private final Showing showing;
  private Optional<OffsetDateTime> begins;
  private boolean acted;
  private final DropHands hands;
  private Written rowBegan = Written.NOTHING;
  private Optional<Expectation.LampIs> lampLooked = Optional.empty();

  /// One thread acts; other threads may look.
  private volatile @Nullable KioskProcess kiosk;

  private RealStage(
      Site site,
      Path out,
      Bench bench,
      Optional<LibraryProcess> library,
      FirstStart first,
      List<String> prefix,
      ScenarioRunner.Pause pause,
      Showing showing) {
    this.begins = first.begins();
    this.prefix = List.copyOf(prefix);
    this.showing = showing;
    this.hands = new DropHands(bench, pause);
    this.overrides = new LinkedHashMap<>(first.settings());
    this.site = site;
    this.out = out;
    this.bench = bench;
    this.library = library;
    this.pause = pause;
  }

  /// Builds the stage and starts everything.
  ///
  /// @param out an empty directory for all files that are left
  /// @param overrides settings that override the site's
  public static RealStage open(
      Site site, Path out, Map<String, String> overrides, ScenarioRunner.Pause pause)
      throws ScenarioProblem {
    return open(
        site, out, FirstStart.of(overrides), List.of(), pause, new Showing.HeadlessPictures());
  }

  /// As above, for a scenario: time and settings of its first steps hold from the first start.
  public static RealStage openFor(
      List<ScenarioStep> steps,
      Site site,
      Path out,
      Map<String, String> overrides,
      ScenarioRunner.Pause pause,
      Showing showing)
      throws ScenarioProblem {
    return open(site, out, FirstStart.of(overrides, steps), List.of(), pause, showing);
  }

  /// As above, with a choice of how the screens are shown.
  public static RealStage open(
      Site site,
      Path out,
      Map<String, String> overrides,
      ScenarioRunner.Pause pause,
      Showing showing)
      throws ScenarioProblem {
    return open(site, out, FirstStart.of(overrides), List.of(), pause, showing);
  }

  /// As above, with a program that starts and observes the station.
  ///
  /// @param prefix the program and its arguments, such as `strace -f`
  static RealStage open(
      Site site,
      Path out,
      FirstStart first,
      List<String> prefix,
      ScenarioRunner.Pause pause,
      Showing showing)
      throws ScenarioProblem {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new ScenarioProblem(out + " cannot be made: " + e.getMessage());
    }
    Bench bench = Bench.plug(site.settings().devices(), out.resolve("dev"));
    Optional<LibraryProcess> library = Optional.empty();
    try {
      if (site.embedded()) {
        library =
            Optional.of(LibraryProcess.start(site, out.resolve("library"), out, first.begins()));
      }
      RealStage stage = new RealStage(site, out, bench, library, first, prefix, pause, showing);
      bench.knowLoansBy(stage::isOnLoan);
      stage.powerOn();
      return stage;
    } catch (ScenarioProblem | RuntimeException problem) {
      library.ifPresent(LibraryProcess::close);
      bench.close();
      throw problem;
    }
  }

  /// The twins, for a person to act on.
  public Bench bench() {
    return bench;
  }

  /// Port on which the embedded library listens.
  public int libraryPort() throws ScenarioProblem {
    return embedded().port();
  }

  /// Directory of the library's ledger.
  public Path libraryData() {
    return out.resolve("library");
  }

  /// Directory of the station's journal.
  public Path stationData() {
    return out.resolve("station");
  }

  /// Process ID of the station.
  long pid() throws ScenarioProblem {
    return running().pid();
  }

  /// Whether the station runs.
  public boolean isOn() {
    KioskProcess running = kiosk;
    return running != null && running.isAlive();
  }

  /// What the station shows, in the words of [StateLines]; empty without power.
  @Override
  public List<String> shown() {
    KioskProcess running = kiosk;
    if (running == null || !running.isAlive()) {
      return List.of();
    }
    try {
      return running.ask("state");
    } catch (ScenarioProblem _) {
      return List.of();
    }
  }

  /// Positions of the keys on the screen: `key X Y WORDS`, in pixels of the display.
  List<String> keys() throws ScenarioProblem {
    return running().ask("keys");
  }

  @Override
  public boolean draws(Action.Press press) throws ScenarioProblem {
    return running().ask("draws " + words(press)).getFirst().equals(DrivenStation.YES);
  }

  /// Words of a key press for the station. An item to repair is named by its tag, because the
  /// station knows no scenario names.
  private static String words(Action.Press press) throws ScenarioProblem {
    if (press.argument().isEmpty()) {
      return press.key();
    }
    String word = press.argument().get();
    return press.key()
        + " "
        + (press.key().equals("repair") ? ScenarioItem.parse(word).uid() : word);
  }

  @Override
  public void perform(Action action) throws ScenarioProblem {
    switch (action) {
      case Action.ScanAction scan -> bench.scan(scan.code());
      case Action.PlaceItems place -> {
        awaitTray();
        bench.place(shelves(place.items()));
      }
      case Action.Lift lift -> bench.lift(shelves(lift.items()));
      case Action.CardLaid card -> bench.card(card.code());
      case Action.DropAction drop -> hands.drop(ScenarioItem.parse(drop.item()));
      case Action.AtDrop at -> hands.act(at.what());
      case Action.HoldIn held -> hands.holdIn(ScenarioItem.parse(held.item()));
      case Action.DropSlotAction slot -> hands.slot(slot.items(), slot.in());
      case Action.BeginTableRow _ -> rowBegan = Written.of(stationData());
      case Action.WaitAction wait -> waitFor(wait.time());
      case Action.TypeDigits typed -> running().ask("pin " + typed.digits());
      case Action.Fill fill -> bench.fill(fill.percent());
      case Action.SettingAction setting -> setting(setting);
      case Action.Deaf deaf -> bench.deaf(ScenarioItem.parse(deaf.item()), deaf.deaf());
      case Action.Press press -> running().ask("press " + words(press));
      case Action.TypePin pin -> running().ask("pin " + pin.digits());
      case Action.Cable cable -> embedded().command(cable.in() ? "cable in" : "cable out");
      case Action.LibraryFault fault -> embedded().command(fault.command());
      case Action.Paper paper -> bench.paper(paper.state());
      case Action.Plug plug -> bench.plug(plug.device(), plug.in());
      case Action.FaultAction fault ->
          bench.bringAbout(fault.device(), fault.fault(), fault.arguments());
      case Action.Heal heal -> bench.heal(heal.device());
      case Action.PowerCut cut -> powerCut(cut.when());
      case Action.PowerOn _ -> powerOn();
      case Action.TimeIs time -> timeIs(time.moment());
      case Action.Expect _ -> throw new IllegalArgumentException("an expectation is looked at");
    }
    acted = true;
    lampLooked = Optional.empty();
  }

  private static void empty(Path directory) throws ScenarioProblem {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new ScenarioProblem(directory + " cannot be emptied: " + e.getMessage());
    }
  }

  @Override
  public ObservedState look(Expectation expectation) throws ScenarioProblem {
    return switch (expectation) {
      case Expectation.ScreenIs is -> value("screen", is.name());
      case Expectation.LanguageIs is -> value("language", is.language());
      case Expectation.SpeechIs is -> value("speech", is.on() ? "on" : "off");
      case Expectation.LinkIs is -> value("link", is.online() ? "online" : "silent");
      case Expectation.DeviceIs is -> device(is);
      case Expectation.TagsAre are -> value("tags", String.valueOf(are.count()));
      case Expectation.CodeIs is -> code(is.code());
      case Expectation.PaymentIs is -> value("payment", is.state());
      case Expectation.OwedIs is -> value("owed", is.sum());
      case Expectation.RowIs is -> row(is.row(), is.code());
      case Expectation.ReceiptContains contains -> Receipts.contain(receipts(), contains.text());
      case Expectation.JournalOpen open -> Ledgers.open(stationData(), open.count());
      case Expectation.StaffLines lines -> Ledgers.staffLines(stationData(), lines.count());
      case Expectation.OnLoanTo loan -> Ledgers.loan(libraryData(), loan.item(), loan.card());
      case Expectation.BinIs is -> value("bin", String.valueOf(is.percent()));
      case Expectation.LampIs lamp -> lamp(lamp);
      case Expectation.WrittenIs written -> rowBegan.since(stationData(), written.words());
      case Expectation.BooksAgree _ -> Ledgers.agree(stationData(), libraryData(), site);
    };
  }

  @Override
  public String screen() {
    KioskProcess running = kiosk;
    if (running == null) {
      return "off";
    }
    try {
      return running.value("screen").orElse("?");
    } catch (ScenarioProblem _) {
      return "off";
    }
  }

  @Override
  public void close() {
    KioskProcess running = kiosk;
    if (running != null) {
      running.close();
    }
    library.ifPresent(LibraryProcess::close);
    bench.close();
  }

  /// Directory of receipts as PDF.
  public Path receipts() {
    return out.resolve("receipts");
  }

  private boolean isOnLoan(String item) {
    try {
      return site.embedded() && Ledgers.isOnLoan(libraryData(), item);
    } catch (ScenarioProblem _) {
      return false;
    }
  }

  private ObservedState value(String word, String expected) throws ScenarioProblem {
    String value = running().value(word).orElse("");
    return new ObservedState(value.equals(expected), value);
  }

  /// Observes the lamp from the first look on: earlier changes belong to earlier steps.
  private ObservedState lamp(Expectation.LampIs expected) throws ScenarioProblem {
    LampWatch lamp = bench.lamp();
    if (lampLooked.filter(expected::equals).isEmpty()) {
      lampLooked = Optional.of(expected);
      lamp.begin();
    }
    Optional<Action.ExpectedLamp> seen = lamp.pattern();
    return new ObservedState(
        seen.filter(expected.pattern()::equals).isPresent(),
        seen.map(pattern -> "lamp " + pattern).orElse("not clear yet"));
  }

  private ObservedState device(Expectation.DeviceIs expected) throws ScenarioProblem {
    String seen =
        running().ask("state").stream()
            .filter(line -> line.startsWith("device " + expected.device() + " "))
            .findFirst()
            .orElse("no such device");
    return new ObservedState(
        seen.startsWith("device " + expected.device() + " " + expected.state() + " "), seen);
  }

  private ObservedState code(String expected) throws ScenarioProblem {
    List<String> codes =
        running().ask("state").stream().filter(line -> line.startsWith("code ")).toList();
    return new ObservedState(
        expected.equals("none") ? codes.isEmpty() : codes.contains("code " + expected),
        codes.isEmpty() ? "no code" : String.join("; ", codes));
  }

  private ObservedState row(RowState expected, Optional<String> code) throws ScenarioProblem {
    List<String> seen =
        running().ask("state").stream()
            .filter(line -> line.startsWith("row " + expected.item() + " "))
            .toList();
    boolean so =
        seen.stream()
            .map(line -> line.split(" ", -1))
            .anyMatch(
                words ->
                    words[2].equals(expected.state()) && code.map(words[3]::equals).orElse(true));
    return new ObservedState(so, seen.isEmpty() ? "no such row" : String.join("; ", seen));
  }

  private void powerCut(Optional<RowState> when) throws ScenarioProblem {
    KioskProcess running = running();
    if (when.isPresent()) {
      int polls = (int) (POWER_CUT_WAIT.toMillis() / POLL.toMillis());
      ObservedState seen = row(when.get(), Optional.empty());
      for (int i = 0; i < polls && !seen.so(); i++) {
        waitFor(POLL);
        seen = row(when.get(), Optional.empty());
      }
      if (!seen.so()) {
        throw new ScenarioProblem(
            "the row never was " + when.get().state() + "; it was: " + seen.instead());
      }
    }
    running.powerCut();
    kiosk = null;
  }

  private void powerOn() throws ScenarioProblem {
    if (isOn()) {
      throw new ScenarioProblem("the station is on already");
    }
    List<String> arguments = new ArrayList<>(showing.options(out));
    arguments.add("--config=" + site.directory());
    LentKey.option(site).ifPresent(arguments::add);
    bench.patience().forEach((key, value) -> arguments.add("--set=" + key + "=" + value));
    overrides.forEach((key, value) -> arguments.add("--set=" + key + "=" + value));
    Map<String, String> addresses = bench.addresses();
    addresses.forEach(
        (device, address) ->
            arguments.add("--set=station.devices." + device + ".address=" + address));
    arguments.add("--set=station.data=" + stationData().toAbsolutePath());
    arguments.add("--set=station.receipts=" + receipts().toAbsolutePath());
    library.ifPresent(
        process -> {
          arguments.add("--set=station.central.host=127.0.0.1");
          arguments.add("--set=station.central.port=" + process.port());
        });
    kiosk = KioskProcess.start(prefix, arguments, out.resolve("station.log"), begins);
    awaitTray();
  }

  /// Ends station and library in order and starts them at this time; a station without power stays
  /// off.
  private void timeIs(OffsetDateTime moment) throws ScenarioProblem {
    if (!acted && begins.filter(moment::equals).isPresent()) {
      return;
    }
    if (begins.isEmpty() && acted) {
      throw new ScenarioProblem("a story begins with its time: 'time' must be the first step");
    }
    if (begins.filter(moment::isBefore).isPresent()) {
      throw new ScenarioProblem("time does not go back: it was " + begins.get() + " already");
    }
    boolean first = begins.isEmpty();
    begins = Optional.of(moment);
    boolean on = isOn();
    KioskProcess running = kiosk;
    if (running != null) {
      running.close();
      kiosk = null;
    }
    if (library.isPresent()) {
      library.get().close();
      if (first) {
        // Discard what began at the machine's own time.
        empty(libraryData());
        empty(stationData());
      }
      library = Optional.of(LibraryProcess.start(site, out.resolve("library"), out, begins));
    }
    if (on) {
      powerOn();
    }
  }

  /// Restarts the station in order with another setting; does nothing if it has that value already.
  private void setting(Action.SettingAction setting) throws ScenarioProblem {
    if (setting.value().equals(overrides.put(setting.key(), setting.value()))) {
      return;
    }
    KioskProcess running = kiosk;
    if (running != null) {
      running.close();
      kiosk = null;
      powerOn();
    }
  }

  /// Waits until the pad's reader has looked at the tray. An item that lies there at the first
  /// look, or the first one after a failure, counts as left by an earlier patron. So scenarios lay
  /// items down later. On a busy machine the twin may answer too late for its driver. An unplugged
  /// or failed reader is not waited for.
  private void awaitTray() throws ScenarioProblem {
    if (!site.settings().devices().containsKey(DeviceName.PAD)
        || "book-drop".equals(overrides.get(ROLE))
        || !bench.isWell(DeviceName.PAD.word())) {
      return;
    }
    int polls = (int) (TRAY_WAIT.toMillis() / POLL.toMillis());
    for (int i = 0; i < polls && shown().contains("tags unknown"); i++) {
      waitFor(POLL);
    }
  }

  private KioskProcess running() throws ScenarioProblem {
    KioskProcess running = kiosk;
    if (running == null) {
      throw new ScenarioProblem("the station has no power");
    }
    return running;
  }

  private LibraryProcess embedded() throws ScenarioProblem {
    return library.orElseThrow(
        () ->
            new ScenarioProblem(
                "this site's central system is not the embedded library: it takes no commands"));
  }

  private void waitFor(Duration time) throws ScenarioProblem {
    try {
      pause.of(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScenarioProblem("interrupted");
    }
  }

  private static List<ScenarioItem> shelves(List<String> items) throws ScenarioProblem {
    List<ScenarioItem> shelves = new ArrayList<>();
    for (String item : items) {
      shelves.add(ScenarioItem.parse(item));
    }
    return shelves;
  }
}
