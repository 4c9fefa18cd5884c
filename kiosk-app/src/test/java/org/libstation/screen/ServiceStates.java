package org.libstation.screen;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.CashDay;
import org.libstation.flow.CheckTest;
import org.libstation.flow.SetupTest;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.CheckBoard.CheckMessage;
import org.libstation.flow.state.CheckBoard.CheckState;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;

/// The technician's check run and health page.
final class ServiceStates {
  private ServiceStates() {}

  private static CheckBoard.CheckLine line(
      String id,
      CheckState stand,
      String key,
      List<String> values,
      CheckBoard.BoardFinding... found) {
    return CheckTest.line(id, stand, new CheckMessage(key, values), found);
  }

  private static List<CheckBoard.CheckLine> lines(boolean ended) {
    CheckBoard.BoardFinding noise =
        new CheckBoard.BoardFinding(
            "E15", false, new CheckMessage("seen.count", List.of("14", "100")), false, false);
    CheckBoard.BoardFinding open =
        new CheckBoard.BoardFinding(
            "G13", false, new CheckMessage("told.plain", List.of("machine-key")), true, false);
    return List.of(
        line("configuration", CheckState.GOOD, "told.configuration", List.of("96", "71")),
        line("policy", CheckState.GOOD, "told.policy.dated", List.of("2026-11-20", "4")),
        line("keys", CheckState.ATTENTION, "told.keys", List.of("1"), open),
        line(
            "journal",
            CheckState.GOOD,
            "told.journal",
            List.of("412", "2", "3", "1", "0", "1", "412")),
        line("link", CheckState.GOOD, "told.link", List.of("84", "310", "1")),
        line("clock", CheckState.GOOD, "told.clock.kept", List.of("Asia/Hong_Kong")),
        line("disk", CheckState.GOOD, "told.disk", List.of("61000", "61", "/var/lib/libstation")),
        line("memory", CheckState.GOOD, "told.memory", List.of("412", "3900")),
        line("temperature", CheckState.NOTHING, "told.untold", List.of()),
        line("fonts", CheckState.GOOD, "told.fonts", List.of("3", "3")),
        line(
            "scanner",
            CheckState.GOOD,
            "told.device.answers",
            List.of("Honeywell Xenon, N86", "3", "3", "14")),
        line(
            "pad",
            CheckState.ATTENTION,
            "told.device.answers",
            List.of("FEIG 50h, 03.00", "86", "100", "24"),
            noise),
        ended
            ? line("printer", CheckState.FAULT, "told.device.quiet", List.of(), silent())
            : line("printer", CheckState.RUNNING, "board.RUNNING", List.of()),
        ended
            ? line(
                "bin",
                CheckState.GOOD,
                "told.device.answers",
                List.of("Waveshare", "31", "31", "9"))
            : line("bin", CheckState.WAITING, "board.WAITING", List.of()));
  }

  private static CheckBoard.BoardFinding silent() {
    return new CheckBoard.BoardFinding(
        "E11", true, new CheckMessage("seen.count", List.of("2", "2")), false, true);
  }

  static Map<String, Screen> all() {
    Map<String, Screen> all = new LinkedHashMap<>();
    CheckBoard running =
        CheckBoard.EMPTY.with(c -> c.lines(lines(false)).took(Duration.ofMillis(5600)));
    CheckBoard ended =
        CheckBoard.EMPTY.with(
            c ->
                c.lines(lines(true))
                    .running(false)
                    .took(Duration.ofMillis(8100))
                    .reopened(new CheckBoard.Reopened(4, 5)));
    all.put("checks-running", page(new ServicePage.Checks(running, 0)));
    all.put("checks-hand", asks("bin", "COVER_LEVEL", "", LEVEL));
    all.put("checks-scan", asks("scanner", "HOLD_CODE", "LS-Test-aZ47yQ12"));
    all.put("checks-field", asks("pad", "WATCH_FIELD", "", TAGS));
    all.put("checks-drop", asks("bin", "WATCH_DROP", "", DROP));
    all.put("checks-empty", asks("bin", "EMPTY_BIN", "", LEVEL));
    all.put("checks-scanned", page(new ServicePage.Checks(scanned(), 0)));
    all.put("checks-ended", page(new ServicePage.Checks(ended, 0)));
    all.put("checks-fix", page(new ServicePage.Checks(ended, 1)));
    all.put(
        "health",
        page(
            new ServicePage.HealthPage(
                Optional.of(CheckTest.figures(false)),
                false,
                new ServicePage.Bundle.BundleNotAsked())));
    all.put(
        "health-month",
        page(
            new ServicePage.HealthPage(
                Optional.of(CheckTest.figures(true)),
                true,
                new ServicePage.Bundle.Made("data/support/support-20261124-185800.zip"))));
    all.put(
        "health-reading",
        page(
            new ServicePage.HealthPage(
                Optional.empty(), false, new ServicePage.Bundle.BundleNotAsked())));
    all.put("cash-up", page(new ServicePage.CashUpPage(0, Optional.of(CheckTest.CASH))));
    all.put("cash-up-reading", page(new ServicePage.CashUpPage(1, Optional.empty())));
    all.put(
        "cash-up-none",
        page(
            new ServicePage.CashUpPage(
                31,
                Optional.of(
                    new CashDay(LocalDate.of(2026, 10, 24), List.of(), Optional.empty())))));
    SetupTest.boards().forEach((name, board) -> all.put(name, page(new ServicePage.Setup(board))));
    return all;
  }

  private static final CheckMessage LEVEL = new CheckMessage("live.level.mm", List.of("475", "50"));

  private static final String RAW =
      "11 01 0E 33 31 32 33 34 30 30 30 30 31 32 33 34 32 03 06 48 4B 2D 53 45 4C 00 00 00 00 00 00"
          + " 00";

  private static final CheckMessage[] TAGS = {
    new CheckMessage(
        "live.tag.item",
        List.of("E004015012345678", "10", "10", "31234000012342", "HK-SEL", "1", "1", RAW)),
    new CheckMessage("live.tag.card", List.of("E00401509ABCDEF0", "7", "10", "2345")),
    new CheckMessage(
        "live.tag.blank", List.of("E0040150AAAA0001", "10", "10", "00 00 00 00 00 00 00 00")),
    new CheckMessage("live.tag.damaged", List.of("E0040150AAAA0002", "4", "10", RAW)),
    new CheckMessage("live.tag.foreign", List.of("E0040150AAAA0003", "10", "10", RAW)),
    new CheckMessage("live.tag.unread", List.of("E0040150AAAA0004", "2", "10"))
  };

  private static final CheckMessage[] DROP = {
    new CheckMessage("live.FLAP.on", List.of()),
    new CheckMessage("live.EYE.off", List.of()),
    new CheckMessage("live.BIN.on", List.of()),
    new CheckMessage("live.DOOR.off", List.of()),
    LEVEL,
    new CheckMessage("live.LOCK.off", List.of()),
    new CheckMessage("live.LAMP.on", List.of()),
    new CheckMessage("live.calibrated", List.of("812", "205", "mm"))
  };

  /// Something is asked for while one device is examined.
  private static Screen asks(String id, String act, String code, CheckMessage... live) {
    boolean saysDone = act.startsWith("WATCH") || act.endsWith("_BIN");
    return page(
        new ServicePage.Checks(
            CheckBoard.EMPTY.with(
                c ->
                    c.lines(List.of(line(id, CheckState.RUNNING, "board.RUNNING", List.of())))
                        .took(Duration.ofMillis(900))
                        .hand(new CheckBoard.CheckPrompt(act, code, saysDone))
                        .live(List.of(live))),
            0));
  }

  private static CheckBoard scanned() {
    CheckBoard.BoardFinding layout =
        new CheckBoard.BoardFinding(
            "E82", true, new CheckMessage("seen.layout.GERMAN", List.of()), false, false);
    return CheckBoard.EMPTY.with(
        c ->
            c.lines(
                    List.of(
                        line("scanner", CheckState.FAULT, "told.device.quiet", List.of(), layout)))
                .running(false)
                .took(Duration.ofMillis(4200))
                .live(
                    List.of(
                        new CheckMessage(
                            "live.scanned",
                            List.of("LS-Test-aZ47yQ12", "LS\u00dfTest\u00dfaY47zQ12"))))
                .reopened(new CheckBoard.Reopened(5, 5)));
  }

  private static Screen page(ServicePage page) {
    return new Screen.Service(page, Duration.ofMinutes(20));
  }
}
