package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.CheckBoard.CheckLine;
import org.libstation.flow.state.CheckBoard.CheckState;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Harm;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.StationFacts;
import org.libstation.language.MachineMessage;
import org.libstation.language.Words;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.words.Voice;

/// Content of a run of the checks, of the health page, or of the comparison of payments. It holds
/// counts and codes, and no personal data.
public final class ServiceViewModel extends ServiceModel {
  public final ModelValue<Optional<CheckProgress>> progress = new ModelValue<>(Optional.empty());
  public final ModelValue<Optional<NoticeBar.NoticeBarWords>> first =
      new ModelValue<>(Optional.empty());
  public final ModelValue<ServicePageBody> body = new ModelValue<>(ServicePageBody.EMPTY);

  /// Up to this many checks, a run leaves room for keys.
  private static final int FEW = 2;

  private final HealthWords health;
  private final PlotWords plots;
  private final CashUpWords cashUp;
  private final Evidence.In evidence;

  public ServiceViewModel(Voice voice, Look look) {
    super(voice, look);
    this.health = new HealthWords(voice);
    this.plots = new PlotWords(voice);
    this.cashUp = new CashUpWords(voice);
    this.evidence = new Evidence.In(voice);
  }

  /// What stands between heading and keys, on several pages if needed.
  ///
  /// @param code text of a code to be scanned; empty = none
  /// @param live lines of measurements while a person tries a device
  /// @param keys action of a pressed tile, by the tile's name
  /// @param lives keys for devices that a person can try
  public record ServicePageBody(
      Optional<String> code,
      List<String> live,
      List<Tile> tiles,
      Map<String, ActionKey> keys,
      Optional<FindingCard> card,
      List<ActionKey> lives,
      List<Plot.PlotLabels> plots) {
    static final ServicePageBody EMPTY = health(List.of(), List.of());

    public ServicePageBody {
      live = List.copyOf(live);
      tiles = List.copyOf(tiles);
      keys = Map.copyOf(keys);
      lives = List.copyOf(lives);
      plots = List.copyOf(plots);
    }

    static ServicePageBody health(List<Tile> tiles, List<Plot.PlotLabels> plots) {
      return new ServicePageBody(
          Optional.empty(), List.of(), tiles, Map.of(), Optional.empty(), List.of(), plots);
    }
  }

  /// Progress of a run.
  ///
  /// @param count such as `3 of 12`
  /// @param share part of the checks that have ended, 0 to 1
  public record CheckProgress(String count, double share, String line) {}

  /// One finding in detail.
  ///
  /// @param evidence bars for what was counted; empty if nothing can be drawn
  /// @param place such as `2 / 3`; empty for a single finding
  public record FindingCard(
      String code,
      boolean fault,
      String head,
      List<ServiceDetail> parts,
      Optional<Evidence> evidence,
      String place,
      List<ActionKey> keys) {}

  /// A labelled line of a finding.
  ///
  /// @param name such as "Cause"
  public record ServiceDetail(String name, String text) {}

  @Override
  void fill(FlowState state) {
    if (!(state.screen() instanceof Screen.Service(ServicePage page, var _))) {
      return;
    }
    switch (page) {
      case ServicePage.Checks checks -> checks(checks, state.station());
      case ServicePage.HealthPage shown -> {
        head.set(say("health.head"));
        progress.set(Optional.empty());
        first.set(
            Optional.of(
                health
                    .bundle(shown.bundle())
                    .orElseGet(() -> health.first(state.station(), shown.figures()))));
        body.set(
            ServicePageBody.health(
                health.tiles(state.station(), shown.figures()),
                shown.figures().map(plots::plots).orElse(List.of())));
        actions.set(health.actions(shown));
      }
      case ServicePage.CashUpPage shown -> {
        head.set(say("cashup.head"));
        progress.set(Optional.empty());
        first.set(Optional.of(cashUp.first(shown.day())));
        body.set(
            ServicePageBody.health(shown.day().map(cashUp::tiles).orElse(List.of()), List.of()));
        actions.set(cashUp.actions(shown));
      }
      case ServicePage.Setup _ -> {}
    }
  }

  private void checks(ServicePage.Checks page, StationFacts station) {
    CheckBoard board = page.board();
    head.set(say("board.head"));
    progress.set(Optional.of(progress(board)));
    List<StationFacts.DeviceLine> devices = station.devices();
    Function<CheckLine, Harm> harm = line -> Harm.of(line, devices);
    first.set(first(board, Harm.worst(board.lines(), harm)));
    List<ShownFinding> all = shown(board, harm);
    // While checks run, each tile keeps its place in the order of the run.
    List<CheckLine> lines = board.running() ? board.lines() : Harm.ranked(board.lines(), harm);
    boolean many = board.lines().size() > FEW;
    body.set(
        new ServicePageBody(
            board.hand().map(CheckBoard.CheckPrompt::code).filter(text -> !text.isEmpty()),
            board.live().stream().map(this::said).toList(),
            lines.stream().map(this::tile).toList(),
            board.running() || !many ? Map.of() : pressable(station),
            all.isEmpty()
                ? Optional.empty()
                : Optional.of(card(all, Math.floorMod(page.finding(), all.size()), board, station)),
            board.running() || many ? List.of() : liveTests(station),
            List.of()));
    actions.set(keys(board));
  }

  /// Returns the keys of tiles: pressing a device's tile tries the device with a person's help.
  private Map<String, ActionKey> pressable(StationFacts station) {
    Map<String, ActionKey> keys = new HashMap<>();
    for (StationFacts.DeviceLine device : station.devices()) {
      if (tried(device.role())) {
        keys.put(
            say("check." + device.name()), plain("board.lives", new Key.CheckAgain(device.name())));
      }
    }
    return keys;
  }

  /// Whether a device can be tried with a person's help.
  private static boolean tried(StationFacts.DeviceRole role) {
    return switch (role) {
      case PAD, DROP_READER, SCANNER, DROP_SCANNER, CARD_READER, PRINTER, DROP -> true;
      case SPEECH, DROP_SCREEN, PAYMENT -> false;
    };
  }

  private CheckProgress progress(CheckBoard board) {
    int all = board.lines().size();
    long ended =
        board.lines().stream()
            .filter(
                line -> line.stand() != CheckState.WAITING && line.stand() != CheckState.RUNNING)
            .count();
    int found = board.lines().stream().mapToInt(line -> line.found().size()).sum();
    String seconds = "%.1f".formatted(board.took().toMillis() / 1000.0);
    return new CheckProgress(
        say("board.count", ended, all),
        all == 0 ? 0 : (double) ended / all,
        count("board.line", found, seconds));
  }

  /// Returns what a person is asked to do; after the run, the result.
  private Optional<NoticeBar.NoticeBarWords> first(CheckBoard board, Optional<CheckLine> worst) {
    if (board.hand().isPresent()) {
      String act = board.hand().get().act();
      return Optional.of(
          NoticeBar.NoticeBarWords.of(
              Ink.ASK, Icon.HAND, say("hand." + act), say("hand." + act + ".line")));
    }
    if (board.running()) {
      return Optional.empty();
    }
    String devices =
        board
            .reopened()
            .map(open -> say("board.reopened", open.answer(), open.of()))
            .orElseGet(() -> say("board.untouched"));
    boolean open = board.reopened().map(CheckBoard.Reopened::all).orElse(true);
    boolean well = worst.isEmpty() && open;
    return Optional.of(
        NoticeBar.NoticeBarWords.of(
            well ? Ink.DONE : Ink.ASK,
            well ? Icon.CHECK : Icon.WARNING,
            worst
                .map(line -> say("technician.first", say("check." + line.id())))
                .orElseGet(() -> say("report.well")),
            devices));
  }

  /// Returns a key for each device that can be tried with a person's help.
  private List<ActionKey> liveTests(StationFacts station) {
    List<ActionKey> keys = new ArrayList<>();
    for (StationFacts.DeviceLine device : station.devices()) {
      if (tried(device.role())) {
        keys.add(plain("check." + device.name(), new Key.CheckAgain(device.name())));
      }
      if (device.role() == StationFacts.DeviceRole.DROP) {
        keys.add(plain("board.calibrate", new Key.Calibrate(device.name())));
      }
    }
    return List.copyOf(keys);
  }

  private Tile tile(CheckLine line) {
    boolean dead = line.dead();
    return new Tile(
        HealthWords.icon(line.id()),
        say("check." + line.id()),
        ink(line.stand()),
        dead ? Icon.MINUS : icon(line.stand()),
        say(dead ? "state.connecting" : "board.stand." + line.stand()),
        Tile.Figure.NONE,
        line.stand() == CheckState.WAITING || line.stand() == CheckState.RUNNING
            ? ""
            : said(line.told()));
  }

  private String said(CheckBoard.CheckMessage said) {
    Words words = voice.words();
    return words.sayAll(
        said.key(), said.values().stream().map(it -> MachineMessage.evidence(words, it)).toArray());
  }

  private static Ink ink(CheckState stand) {
    return switch (stand) {
      case GOOD -> Ink.DONE;
      case ATTENTION, UNPROVEN -> Ink.ASK;
      case FAULT -> Ink.STOP;
      case RUNNING -> Ink.ACTION;
      case WAITING, NOTHING, STOPPED -> Ink.TEXT_2;
    };
  }

  private static Icon icon(CheckState stand) {
    return switch (stand) {
      case GOOD -> Icon.CHECK;
      case ATTENTION, FAULT -> Icon.WARNING;
      case RUNNING -> Icon.CLOCK;
      case UNPROVEN -> Icon.QUESTION;
      case WAITING, NOTHING -> Icon.DOTS;
      case STOPPED -> Icon.PAUSE;
    };
  }

  /// A finding with its check.
  private record ShownFinding(CheckLine line, CheckBoard.BoardFinding found) {
    String check() {
      return line.id();
    }
  }

  /// Returns all findings, the most harmful first.
  private static List<ShownFinding> shown(CheckBoard board, Function<CheckLine, Harm> harm) {
    List<ShownFinding> all = new ArrayList<>();
    for (CheckLine line : Harm.ranked(board.lines(), harm)) {
      line.found().stream()
          .sorted(Comparator.comparing(found -> !found.fault()))
          .forEach(found -> all.add(new ShownFinding(line, found)));
    }
    return all;
  }

  private FindingCard card(List<ShownFinding> all, int at, CheckBoard board, StationFacts station) {
    ShownFinding one = all.get(at);
    String what = "finding." + one.found().code() + ".what";
    List<ActionKey> keys = new ArrayList<>();
    if (!board.running()) {
      if (one.found().fixable()) {
        keys.add(primary("board.fix", Icon.TOOL, new Key.Mend(one.check(), one.found().code())));
      }
      boolean device = station.devices().stream().anyMatch(line -> line.name().equals(one.check()));
      keys.add(
          plain(device ? "board.try" : "board.again", Icon.RENEW, new Key.CheckAgain(one.check())));
    }
    if (all.size() > 1) {
      keys.add(plain("board.next", Icon.NEXT, new Key.NextFinding()));
    }
    return new FindingCard(
        one.found().code(),
        one.found().fault(),
        say("board.on", say("check." + one.check()), say(what)),
        List.of(
            new ServiceDetail(say("board.seen"), said(one.found().seen())),
            new ServiceDetail(say("board.cause"), said(one.found().cause())),
            new ServiceDetail(say("board.do"), said(one.found().remedy()))),
        evidence.of(one.line(), one.found()),
        all.size() > 1 ? (at + 1) + " / " + all.size() : "",
        List.copyOf(keys));
  }

  private List<ActionKey> keys(CheckBoard board) {
    if (board.running()) {
      List<ActionKey> keys = new ArrayList<>();
      keys.add(
          plain(
              board.stopping() ? "board.stopping" : "board.stop",
              Icon.PAUSE,
              new Key.StopChecks()));
      if (board.hand().filter(CheckBoard.CheckPrompt::saysDone).isPresent()) {
        keys.add(
            primary("hand." + board.hand().get().act() + ".done", Icon.CHECK, new Key.HandDone()));
      }
      return List.copyOf(keys);
    }
    Optional<CheckBoard.LevelCalibration> measured = board.calibration();
    if (measured.isPresent()) {
      return List.of(
          plain("board.back", Icon.PREVIOUS, new Key.Leave()),
          primary("board.keep", Icon.CHECK, new Key.KeepCalibration(measured.get().device())));
    }
    return List.of(
        plain("health.open", Icon.SEEN, new Key.OpenHealth()),
        plain("board.all", Icon.RENEW, new Key.OpenChecks()),
        plain("board.back", Icon.PREVIOUS, new Key.Leave()));
  }
}
