package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ScanReport;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.technician.TileWords.State;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.ModelValue;
import org.libstation.screen.widget.NoticeBar;
import org.libstation.screen.words.Voice;

/// What a technician sees: counts and codes, nothing of a person.
public final class TechnicianViewModel extends ServiceModel {
  private final TileWords words;

  public final ModelValue<NoticeBar.Words> first =
      new ModelValue<>(NoticeBar.Words.of(Ink.DONE, Icon.CHECK, "", ""));
  public final ModelValue<List<Tile>> tiles = new ModelValue<>(List.of());
  public final ModelValue<Optional<NoticeBar.Words>> test = new ModelValue<>(Optional.empty());
  public final ModelValue<Optional<NoticeBar.Words>> scan = new ModelValue<>(Optional.empty());

  public TechnicianViewModel(Voice voice, Look look) {
    super(voice, look);
    words = new TileWords(voice);
  }

  /// One thing that can be well or not.
  ///
  /// @param figure large; blank = none
  /// @param line what it says of itself, or why it is not well
  public record Tile(
      Icon icon, String name, Ink ink, Icon stateIcon, String state, String figure, String line) {}

  @Override
  void fill(FlowState state) {
    StationFacts station = state.station();
    List<Tile> all = new ArrayList<>();
    station.devices().forEach(line -> all.add(device(line)));
    all.add(link(station));
    all.add(journal(station));
    station.policy().ifPresent(policy -> all.add(policy(policy)));
    station.binPercent().ifPresent(percent -> all.add(words.bin(station, percent)));
    tiles.set(List.copyOf(all));
    first.set(firstThing(station));
    if (state.screen() instanceof Screen.Technician technician) {
      test.set(test(technician.test()));
      scan.set(technician.scan().map(this::scan));
    }
    actions.set(actions(station));
  }

  private Tile device(DeviceLine line) {
    String named = line.name() + (line.code().isBlank() ? "" : " · " + line.code());
    String reason = DeviceWords.what(voice, line);
    return TileWords.tile(
        icon(line),
        role(line),
        switch (line.condition()) {
          case READY -> words.well("state.ready");
          case NEEDS_HAND -> new State(Ink.ASK, Icon.WARNING, say("state.hand"));
          case CONNECTING -> new State(Ink.STOP, Icon.MINUS, say("state.connecting"));
        },
        "",
        reason.isBlank() ? named : named + " · " + reason);
  }

  private String role(DeviceLine line) {
    return say("device." + line.role());
  }

  private static Icon icon(DeviceLine line) {
    return switch (line.role()) {
      case PAD -> Icon.SEEN;
      case SCANNER, DROP_SCANNER -> Icon.BARCODE;
      case CARD_READER -> Icon.CARD;
      case DROP, DROP_READER -> Icon.DROP;
      case PRINTER -> Icon.PRINT;
      case SPEECH -> Icon.ALOUD;
    };
  }

  private Tile link(StationFacts station) {
    boolean up = station.link() == StationFacts.Link.ONLINE;
    return TileWords.tile(
        Icon.LINK,
        say("device.LINK"),
        words.wellIf(up, Ink.WAIT, Icon.SILENT, "state.online", "state.silent"),
        "",
        say(up ? "technician.online" : "technician.silent"));
  }

  private Tile journal(StationFacts station) {
    return switch (station.journal()) {
      case GOOD -> journal(station, words.well("state.ready"), say("technician.countsline"));
      case NEARLY_FULL -> broken(station, Ink.ASK, say("journal.nearlyfull"));
      case SET_ASIDE -> broken(station, Ink.ASK, say("journal.setaside"));
      case MISSING, OLDER -> broken(station, Ink.ASK, cause(station, "journal.notours"));
      case FAILING -> broken(station, Ink.STOP, cause(station, "journal.failing"));
      case DISK_FULL -> broken(station, Ink.STOP, say("journal.full"));
    };
  }

  /// Its cause and what mends it, where that is known.
  private String cause(StationFacts station, String otherwise) {
    return station
        .cause()
        .map(cause -> say("journal.cause." + cause))
        .orElseGet(() -> say(otherwise));
  }

  private Tile broken(StationFacts station, Ink ink, String line) {
    return journal(station, new State(ink, Icon.WARNING, say("state.hand")), line);
  }

  private Tile journal(StationFacts station, State state, String line) {
    return TileWords.tile(Icon.JOURNAL, say("device.JOURNAL"), state, words.counts(station), line);
  }

  private Tile policy(StationFacts.PolicyFacts policy) {
    boolean well = !policy.old() && policy.trouble().isEmpty();
    String confirmed = words.confirmed(policy);
    return TileWords.tile(
        Icon.CLOCK,
        say("device.POLICY"),
        words.wellIf(
            well,
            policy.old() ? Ink.ASK : Ink.WAIT,
            Icon.WARNING,
            "state.ready",
            policy.old() ? "policy.old" : "policy.trouble"),
        policy.version(),
        policy.trouble().isEmpty() ? confirmed : confirmed + " · " + policy.trouble());
  }

  private NoticeBar.Words firstThing(StationFacts station) {
    if (!TileWords.goodJournal(station)) {
      String fix =
          station
              .cause()
              .map(cause -> say("journal.fix." + cause))
              .orElseGet(() -> say("technician.first.journal"));
      return words.first(Ink.STOP, "device.JOURNAL", fix);
    }
    boolean silent = station.link() == StationFacts.Link.SILENT;
    return worst(station, StationFacts.Condition.CONNECTING)
        .map(line -> first(Ink.STOP, line))
        .or(
            () ->
                worst(station, StationFacts.Condition.NEEDS_HAND).map(line -> first(Ink.ASK, line)))
        .orElseGet(() -> words.allWell(silent ? "technician.well.silent" : "technician.well.line"));
  }

  private NoticeBar.Words first(Ink ink, DeviceLine line) {
    return words.first(ink, "device." + line.role(), DeviceWords.whatToDo(voice, line));
  }

  private static Optional<DeviceLine> worst(
      StationFacts station, StationFacts.Condition condition) {
    return station.devices().stream().filter(line -> line.condition() == condition).findFirst();
  }

  private Optional<NoticeBar.Words> test(Screen.TestPrint test) {
    return switch (test) {
      case Screen.TestPrint.NotAsked _ -> Optional.empty();
      case Screen.TestPrint.UnderWay _ ->
          Optional.of(NoticeBar.Words.of(Ink.ACTION, Icon.PRINT, say("test.underway"), ""));
      case Screen.TestPrint.Good _ -> Optional.of(notice(Ink.DONE, Icon.CHECK, "test.good"));
      case Screen.TestPrint.Bad bad ->
          Optional.of(
              NoticeBar.Words.of(
                  Ink.STOP,
                  Icon.WARNING,
                  say("test.bad", bad.code()),
                  DeviceWords.notPrinted(voice, bad)));
    };
  }

  /// What was scanned, how it was judged and why, and every byte of it.
  private NoticeBar.Words scan(ScanReport report) {
    String judged = say("testscan.judged." + report.judged());
    String why =
        say(
            "testscan.why." + report.judged(),
            report.rule().isPresent() ? report.rule().getAsInt() : 0);
    String kind =
        report.symbology().or(report::aim).orElseGet(() -> say("testscan.symbology.none"));
    String data = report.problem().map(p -> report.data() + " · " + p).orElse(report.data());
    boolean taken =
        switch (report.judged()) {
          case ITEM, CARD, CARD_BY_READER, BY_SCREEN -> true;
          case TITLE, WRONG_CHECK_DIGIT, NO_RULE, NOT_DELIVERED -> false;
        };
    return NoticeBar.Words.of(
        taken ? Ink.DONE : Ink.ASK,
        Icon.BARCODE,
        say("testscan.head", judged, data),
        say("testscan.line", why, kind, report.reader() + ": " + report.bytes()));
  }

  private List<ActionKey> actions(StationFacts station) {
    List<ActionKey> keys = new ArrayList<>();
    if (station.configured(StationFacts.DeviceRole.PRINTER)) {
      keys.add(plain("technician.test", Icon.PRINT, new Key.PrintTest()));
    }
    if (station.configured(StationFacts.DeviceRole.PAD)) {
      int noticed = station.matters().size();
      String words =
          noticed == 0 ? say("technician.tray") : say("technician.tray.noticed", noticed);
      keys.add(ActionKey.plain(words, Icon.SEEN, new Key.CheckTray()));
    }
    int lines = station.counts().map(StationFacts.JournalCounts::staffLines).orElse(0);
    keys.add(
        ActionKey.plain(
            lines == 0 ? say("technician.todo") : say("technician.todo.open", lines),
            Icon.JOURNAL,
            new Key.OpenTasks()));
    if (station.configured(StationFacts.DeviceRole.DROP_READER)
        || station.configured(StationFacts.DeviceRole.DROP)) {
      keys.add(plain("technician.emptybin", Icon.DROP, new Key.EmptyBin()));
    }
    keys.add(plain("technician.health", Icon.SEEN, new Key.OpenHealth()));
    keys.add(plain("technician.checks", Icon.TOOL, new Key.OpenChecks()));
    keys.add(plain("technician.setup", Icon.TOOL, new Key.OpenSetup()));
    if (station.journal() == StationFacts.JournalHealth.SET_ASIDE) {
      keys.add(plain("technician.allow", Icon.CHECK, new Key.AllowLending()));
    }
    keys.add(plain("technician.leave", Icon.LEAVE, new Key.Leave()));
    return List.copyOf(keys);
  }
}
