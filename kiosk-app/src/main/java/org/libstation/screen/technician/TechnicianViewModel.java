package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ScanReport;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.words.Voice;

/// Content of the technician's home: counts and codes, and no personal data.
public final class TechnicianViewModel extends ServiceModel {
  private final HealthWords health;

  public final ModelValue<NoticeBar.NoticeBarWords> first =
      new ModelValue<>(NoticeBar.NoticeBarWords.of(Ink.DONE, Icon.CHECK, "", ""));
  public final ModelValue<List<Tile>> tiles = new ModelValue<>(List.of());
  public final ModelValue<Optional<NoticeBar.NoticeBarWords>> test =
      new ModelValue<>(Optional.empty());
  public final ModelValue<Optional<NoticeBar.NoticeBarWords>> scan =
      new ModelValue<>(Optional.empty());

  public TechnicianViewModel(Voice voice, Look look) {
    super(voice, look);
    health = new HealthWords(voice);
  }

  @Override
  void fill(FlowState state) {
    StationFacts station = state.station();
    if (state.screen() instanceof Screen.Technician technician) {
      first.set(health.first(station, technician.figures()));
      tiles.set(health.tiles(station, technician.figures()));
      test.set(test(technician.test()));
      scan.set(technician.scan().map(this::scan));
    }
    actions.set(actions(station));
  }

  private Optional<NoticeBar.NoticeBarWords> test(Screen.TestPrintState test) {
    return switch (test) {
      case Screen.TestPrintState.TestPrintNotAsked _ -> Optional.empty();
      case Screen.TestPrintState.UnderWay _ ->
          Optional.of(
              NoticeBar.NoticeBarWords.of(Ink.ACTION, Icon.PRINT, say("test.underway"), ""));
      case Screen.TestPrintState.TestPrintGood _ ->
          Optional.of(notice(Ink.DONE, Icon.CHECK, "test.good"));
      case Screen.TestPrintState.Bad bad ->
          Optional.of(
              NoticeBar.NoticeBarWords.of(
                  Ink.STOP,
                  Icon.WARNING,
                  say("test.bad", bad.code()),
                  DeviceWords.notPrinted(voice, bad)));
    };
  }

  /// Returns the report of a test scan: the code, the judgement and its reason, and every byte.
  private NoticeBar.NoticeBarWords scan(ScanReport report) {
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
    return NoticeBar.NoticeBarWords.of(
        taken ? Ink.DONE : Ink.ASK,
        Icon.BARCODE,
        say("testscan.head", judged, data),
        say("testscan.line", why, kind, reader(report.reader()) + ": " + report.bytes()));
  }

  private String reader(String name) {
    return voice.words().has("check." + name) ? say("check." + name) : name;
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
    if (station.configured(StationFacts.DeviceRole.PAYMENT)) {
      keys.add(plain("technician.cashup", Icon.CARD, new Key.OpenCashUp(0)));
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
