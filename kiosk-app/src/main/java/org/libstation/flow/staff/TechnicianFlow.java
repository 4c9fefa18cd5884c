package org.libstation.flow.staff;

import java.time.Duration;
import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.flow.drop.EmptyingFlow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.Figures;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState.TechnicianEntry;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ScanReport;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.TestPrintState;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.turn.Turn;

/// Admits a technician by PIN or staff card, and handles the keys of the technician's page.
public final class TechnicianFlow {
  private TechnicianFlow() {}

  public static void open(Turn turn) {
    turn.technician = typed(turn, "");
    show(turn, 0, false, locked(turn) ? Optional.of(Code.K32) : Optional.empty());
  }

  private static boolean locked(Turn turn) {
    return turn.at().compareTo(turn.technician.lockedUntil()) < 0;
  }

  private static TechnicianEntry typed(Turn turn, String digits) {
    return turn.technician.with(c -> c.typed(new Pin(digits)).who("").level(StaffLevel.STAFF));
  }

  private static void show(Turn turn, int digits, boolean checking, Optional<Code> problem) {
    turn.show(new Screen.TechnicianPin(digits, checking, problem, turn.at()));
  }

  public static void pin(Turn turn, Screen.TechnicianPin screen, Key.OnPin key) {
    String typed = turn.technician.typed().digits();
    boolean open = !screen.checking() && !locked(turn);
    switch (key) {
      case Key.Digit(int digit) -> {
        if (open && typed.length() < FlowSettings.MOST_PIN_DIGITS) {
          turn.technician = typed(turn, typed + digit);
          show(turn, typed.length() + 1, false, Optional.empty());
        }
      }
      case Key.Erase _ -> {
        if (open && !typed.isEmpty()) {
          turn.technician = typed(turn, typed.substring(0, typed.length() - 1));
          show(turn, typed.length() - 1, false, Optional.empty());
        }
      }
      case Key.Confirm _ -> {
        if (open && !typed.isEmpty()) {
          turn.effect(new Effect.CheckTechnicianPin(new Pin(typed)));
          turn.technician = typed(turn, "");
          show(turn, 0, true, Optional.empty());
        }
      }
      case Key.Leave _ -> close(turn);
    }
  }

  /// Takes a staff card: on the PIN page instead of the PIN, and at a drop at any time, because
  /// patrons' cards have no use there.
  ///
  /// @return whether the card needs no further handling
  public static boolean card(Turn turn, PatronId card) {
    if (turn.screen instanceof Screen.TechnicianPin(_, boolean checking, _, _)) {
      if (!checking && !locked(turn)) {
        turn.effect(new Effect.CheckStaffCard(card));
        show(turn, 0, true, Optional.empty());
      }
      return true;
    }
    if (turn.screen instanceof Screen.BookDropScreen && turn.sight.asking().isEmpty()) {
      // The check takes time; until its answer the card is treated as any other.
      turn.effect(new Effect.CheckStaffCard(card));
    }
    return false;
  }

  public static void checked(Turn turn, FlowEvent.StaffCardChecked checked) {
    if (turn.screen instanceof Screen.TechnicianPin) {
      checked(turn, new FlowEvent.TechnicianPinChecked(checked.who(), checked.level()));
    } else if (turn.screen instanceof Screen.BookDropScreen && checked.who().isPresent()) {
      turn.sight = turn.sight.hint(Optional.empty());
      enter(turn, checked.who().get(), checked.level());
    }
  }

  private static void enter(Turn turn, String who, StaffLevel level) {
    turn.technician = TechnicianEntry.entered(who, level);
    turn.staff(StaffNote.TECHNICIAN_ENTERED, Optional.empty());
    TechnicianPage.back(turn);
  }

  public static void checked(Turn turn, FlowEvent.TechnicianPinChecked checked) {
    Optional<String> who = checked.who();
    if (!(turn.screen instanceof Screen.TechnicianPin(_, boolean awaited, _, _)) || !awaited) {
      return;
    }
    if (who.isPresent()) {
      enter(turn, who.get(), checked.level());
      return;
    }
    int wrong = turn.technician.wrong() + 1;
    boolean lock = wrong >= FlowSettings.TECHNICIAN_TRIES;
    turn.technician =
        new TechnicianEntry(
            new Pin(""),
            lock ? 0 : wrong,
            lock ? turn.at().plus(FlowSettings.TECHNICIAN_LOCK) : Duration.ZERO,
            "",
            StaffLevel.STAFF);
    turn.staff(
        lock ? StaffNote.TECHNICIAN_LOCKED_OUT : StaffNote.TECHNICIAN_PIN_WRONG, Optional.empty());
    turn.beep(Sound.NOT_POSSIBLE);
    show(turn, 0, false, Optional.of(lock ? Code.K32 : Code.K31));
  }

  public static void key(Turn turn, Screen.Technician screen, Key.OnTechnician key) {
    switch (key) {
      case Key.PrintTest _ -> {
        if (!(screen.test() instanceof TestPrintState.UnderWay)) {
          long job = turn.number();
          turn.effect(new Effect.PrintTestEffect(job, turn.language, turn.now.corrected()));
          turn.show(screen.withTest(new TestPrintState.UnderWay(job)).withSince(turn.at()));
        }
      }
      case Key.AllowLending _ -> {
        // If the journal still cannot be written, the next attempt reports it again.
        boolean waits =
            turn.station.journal() == JournalHealth.SET_ASIDE
                || turn.station.journal() == JournalHealth.FAILING;
        if (waits && turn.technician.level().may(StaffLevel.TECHNICIAN)) {
          turn.station = turn.station.withJournal(JournalHealth.GOOD, Optional.empty());
          turn.staff(StaffNote.LENDING_ALLOWED, Optional.empty());
          // Reads the journal: if that fails, the station closes again at once.
          turn.effect(new Effect.ReadCounts());
        }
        turn.show(screen.withSince(turn.at()));
      }
      case Key.CheckTray _ -> TrayFlow.open(turn);
      case Key.OpenTasks _ -> TaskFlow.open(turn);
      case Key.EmptyBin _ -> EmptyingFlow.open(turn);
      case Key.OpenChecks _ -> CheckFlow.run(turn, Optional.empty());
      case Key.OpenHealth _ -> CheckFlow.health(turn, false);
      case Key.OpenCashUp(int back) -> CheckFlow.cashUp(turn, back);
      case Key.OpenSetup _ -> SetupFlow.open(turn);
      case Key.Confirm _ -> {
        turn.effect(new Effect.ReadCounts());
        turn.effect(new Effect.ReadFigures(false));
        turn.show(screen.withSince(turn.at()));
      }
      case Key.Leave _ -> {
        turn.staff(StaffNote.TECHNICIAN_LEFT, Optional.empty());
        close(turn);
      }
    }
  }

  public static void printed(Turn turn, FlowEvent.PrintJobEnded ended) {
    if (turn.screen instanceof Screen.Technician page
        && page.test() instanceof TestPrintState.UnderWay(long job)
        && job == ended.job()) {
      turn.show(page.withTest(ended.testPrint()));
    }
  }

  /// Keeps the figures of the last day for the open page.
  public static void figures(Turn turn, Figures figures) {
    if (turn.screen instanceof Screen.Technician page && !figures.month()) {
      turn.screen = page.measured(figures);
    }
  }

  /// Shows a test scan: every scan while the technician's page is open.
  public static void scanned(Turn turn, ScanReport report) {
    if (turn.screen instanceof Screen.Technician page) {
      turn.show(page.scanned(report.masked()).withSince(turn.at()));
      turn.effect(new Effect.ScanJudged(StationFacts.DeviceRole.SCANNER, report.good()));
    }
  }

  /// Closes an idle staff page, unless it cannot be left now.
  public static void tick(Turn turn) {
    if (!(turn.screen instanceof Screen.Staff page)) {
      return;
    }
    if (page instanceof Screen.TechnicianPin pin) {
      Duration limit = pin.checking() ? FlowSettings.ANSWER_LIMIT : turn.settings.visit().idle();
      if (turn.over(pin.since(), limit)) {
        close(turn);
      }
    } else if (!CheckFlow.holds(page) && turn.over(page.since(), FlowSettings.TECHNICIAN_IDLE)) {
      turn.staff(StaffNote.TECHNICIAN_LEFT, Optional.empty());
      close(turn);
    }
  }

  private static void close(Turn turn) {
    turn.forgetPad();
    turn.technician = typed(turn, "");
    turn.show(Screen.Welcome.untouched());
  }
}
