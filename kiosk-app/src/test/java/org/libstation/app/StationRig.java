package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.scenario.Bench;
import org.libstation.lab.twin.TagField;
import org.libstation.language.Texts;
import org.libstation.process.Kiosk;
import org.libstation.site.SettingsFile;
import org.libstation.site.Site;
import org.libstation.site.StationSettings;
import org.libstation.station.FlowLoop;
import org.libstation.station.driven.ScenarioProblem;
import org.libstation.station.driven.StateLines;
import org.libstation.station.parts.Inbox;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole station in this process, and the hands before it.
public final class StationRig implements AutoCloseable {
  public static final String CARD = "28801000000017";
  public static final String PIN = "4821";
  static final String TECHNICIAN = "246810";
  static final int LOCK = 0;
  static final int LAMP = 1;

  /// Much more than anything takes on a machine that has nothing else to do.
  private static final Duration LONGEST = Duration.ofMinutes(3);

  public final Path site;
  public final EmbeddedLibrary library;
  private final Bench bench;
  private final Map<String, String> overrides = new HashMap<>();
  private final List<String> passed = new ArrayList<>();
  private @Nullable ConfigurableApplicationContext context;

  private StationRig(Path site, EmbeddedLibrary library, Bench bench) {
    this.site = site;
    this.library = library;
    this.bench = bench;
  }

  /// The example site, its twins and its library; the station itself is off.
  public static StationRig off(Path directory) throws IOException, ScenarioProblem {
    return off(directory, yaml -> yaml);
  }

  /// As above, its settings changed before.
  ///
  /// @param settings from the example's `station.yaml` to the site's
  static StationRig off(Path directory, UnaryOperator<String> settings)
      throws IOException, ScenarioProblem {
    Path site = copyOfExample(directory.resolve("site"));
    Path file = site.resolve("station.yaml");
    Files.writeString(file, settings.apply(Files.readString(file)));
    EmbeddedLibrary library =
        EmbeddedLibrary.inMemory(
            LibraryRules.standard(), InstantSource.system(), EmbeddedLibrary.Listen.loopback(0, 0));
    StationRig rig =
        new StationRig(
            site,
            library,
            Bench.plug(Site.open(site).settings().devices(), directory.resolve("dev")));
    rig.bench
        .addresses()
        .forEach((name, address) -> rig.set("devices." + name + ".address", address));
    rig.overrides.putAll(rig.bench.patience());
    rig.set("speech.engine", "none");
    rig.set("central.port", String.valueOf(library.port()));
    rig.set("settling.quarantine-seconds", "1");
    rig.set("settling.probe-seconds", "1");
    rig.set("settling.good-answers", "1");
    rig.set("recovery-key", RecoveryKeys.publicPem().toString());
    return rig;
  }

  public static Path copyOfExample(Path site) throws IOException {
    Path example = Path.of("..", "config");
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.toList()) {
        Path copy = site.resolve(example.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return site;
  }

  public StationSettings settings() {
    return SettingsFile.read(site, overrides);
  }

  public void set(String key, String value) {
    overrides.put("station." + key, value);
  }

  public Path data() {
    return site.resolve(overrides.getOrDefault("station.data", "data"));
  }

  Path journalFile() {
    return data().resolve("journal").resolve(JournalFiles.FILE);
  }

  /// The options of a station without a display that a parent process drives.
  public static Kiosk.Options options(Path site, Map<String, String> overrides) {
    return new Kiosk.Options(
        site,
        overrides,
        false,
        true,
        true,
        Optional.empty(),
        Optional.empty(),
        Kiosk.Supervision.BY_NOBODY);
  }

  /// Puts it together without starting it.
  ConfigurableApplicationContext assemble() {
    return StationProgram.start(SettingsFile.read(site, overrides), options(site, overrides));
  }

  public StationRig start() {
    ConfigurableApplicationContext fresh = assemble();
    context = fresh;
    see(
        "every device",
        state ->
            state.padListed()
                && state.station().devices().stream()
                        .filter(line -> line.role() != DeviceRole.PAYMENT)
                        .count()
                    == 5
                && state.station().devices().stream()
                    .noneMatch(line -> line.condition() == DeviceCondition.CONNECTING));
    return this;
  }

  public void stop() {
    if (context != null) {
      context.close();
      context = null;
    }
  }

  public <T> T part(Class<T> kind) {
    if (context == null) {
      throw new IllegalStateException("the station is off");
    }
    return context.getBean(kind);
  }

  public FlowState state() {
    return part(FlowLoop.class).state();
  }

  void tell(FlowEvent event) {
    part(Inbox.class).answer(event);
  }

  public void press(Key key) {
    tell(new FlowEvent.Pressed(key));
  }

  public void type(String digits) {
    digits.chars().forEach(digit -> press(new Key.Digit(digit - '0')));
    press(new Key.Confirm());
  }

  /// Waits until the state is so.
  public void see(String what, Predicate<FlowState> so) {
    await(what)
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(20))
        .failFast(() -> context == null)
        .untilAsserted(
            () -> {
              boolean is = so.test(state());
              note();
              assertThat(is).as("%s in %s, after %s", what, lines(), passed).isTrue();
            });
  }

  /// What was waited in, a change a line: for whoever reads why a wait failed.
  private void note() {
    String now = lines().getFirst() + ", " + state().station().link();
    if (passed.isEmpty() || !passed.getLast().endsWith(now)) {
      passed.add(state().now().monotonic() + " " + now);
    }
  }

  List<String> lines() {
    return StateLines.of(state());
  }

  /// Waits for a line of the state that contains all the words.
  public void line(String... words) {
    see(
        String.join(" ", words),
        state ->
            StateLines.of(state).stream()
                .anyMatch(line -> Stream.of(words).allMatch(line::contains)));
  }

  void closedWith(Code code, JournalHealth health) {
    see(
        "closed with " + code,
        state ->
            state.screen() instanceof Screen.OutOfService(Code shown, boolean _)
                && shown == code
                && state.station().journal() == health);
  }

  /// What a person reads beside a code.
  String words(Code code) {
    return part(Texts.class).in(Language.EN).say("code." + code + ".what");
  }

  void online() {
    see("the link", state -> state.station().link() == LinkState.ONLINE);
  }

  void borrowing() throws ScenarioProblem {
    online();
    press(new Key.StartBorrow());
    line("screen card");
    scan(CARD);
    line("screen pin");
    type(PIN);
    line("screen borrow");
  }

  void technician() {
    press(new Key.Technician());
    line("screen technician-pin");
    type(TECHNICIAN);
    see("the technician's screen", state -> state.screen() instanceof Screen.Technician);
  }

  public void scan(String code) throws ScenarioProblem {
    bench.scan(code);
  }

  /// While the station is on: once it knows what lies there, so that what a hand lays down then is
  /// no former person's.
  TagField pad() throws ScenarioProblem {
    if (context != null) {
      see("what lies on the tray is known", FlowState::padListed);
    }
    return bench.device("pad", TagField.class);
  }

  FeigTwin drop() throws ScenarioProblem {
    return bench.device("drop", FeigTwin.class);
  }

  BinTwin bin() throws ScenarioProblem {
    return bench.device("bin", BinTwin.class);
  }

  void flap(boolean locked) throws ScenarioProblem {
    output(LOCK, locked);
  }

  void output(int coil, boolean on) throws ScenarioProblem {
    BinTwin bin = bin();
    await("output " + coil + " is " + on)
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> bin.output(coil) == on);
  }

  public List<JournalEntry> entries() {
    try (JournalReader reader = JournalStore.read(data().resolve("journal"))) {
      return reader.all(0, 10_000);
    }
  }

  void settled(String what, Predicate<List<JournalEntry>> so) {
    await(what)
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              List<JournalEntry> all = entries();
              assertThat(so.test(all)).as("%s in %s", what, all).isTrue();
            });
  }

  byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    bench.close();
    library.close();
  }
}
