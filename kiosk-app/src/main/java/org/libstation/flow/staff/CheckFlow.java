package org.libstation.flow.staff;

import java.util.Optional;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Figures;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.SetupBoard;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.turn.Turn;

/// The technician's checks and the health page. Running checks own the devices, so the page cannot
/// be left before they are open again and the number that answer is known.
public final class CheckFlow {
  private CheckFlow() {}

  public static void key(Turn turn, Screen.Service screen, Key key) {
    switch (screen.page()) {
      case ServicePage.Checks checks -> {
        if (key instanceof Key.OnChecks mine) {
          onChecks(turn, checks, mine);
        }
      }
      case ServicePage.HealthPage health -> {
        if (key instanceof Key.OnHealth mine) {
          onHealth(turn, health, mine);
        }
      }
      case ServicePage.CashUpPage(int back, var _) -> {
        if (key instanceof Key.OnCashUp mine) {
          switch (mine) {
            case Key.OpenCashUp(int other) -> cashUp(turn, other);
            case Key.Confirm _ -> cashUp(turn, back);
            case Key.Leave _ -> TechnicianPage.back(turn);
          }
        }
      }
      case ServicePage.Setup(SetupBoard board) -> SetupFlow.key(turn, board, key);
    }
  }

  /// Opens the page of a day's payments.
  ///
  /// @param back days before today
  static void cashUp(Turn turn, int back) {
    turn.effect(new Effect.ReadCashUp(back));
    show(turn, new ServicePage.CashUpPage(back, Optional.empty()));
  }

  public static void cashUp(Turn turn, FlowEvent.CashUpRead read) {
    if (turn.screen instanceof Screen.Service(ServicePage.CashUpPage(int back, var _), var since)
        && back == read.back()) {
      turn.screen =
          new Screen.Service(new ServicePage.CashUpPage(back, Optional.of(read.day())), since);
    }
  }

  /// Starts the checks; needs the technician's level.
  ///
  /// @param only id of the one check to run; empty for all
  static void run(Turn turn, Optional<String> only) {
    if (!turn.technician.level().may(StaffLevel.TECHNICIAN)) {
      turn.beep(Sound.NOT_POSSIBLE);
      return;
    }
    turn.staff(Effect.StaffNote.CHECKS_RUN, Optional.empty());
    turn.effect(new Effect.RunChecks(only));
    show(turn, new ServicePage.Checks(CheckBoard.EMPTY, 0));
  }

  /// Opens the health page.
  ///
  /// @param month whether it covers a month instead of a day
  static void health(Turn turn, boolean month) {
    turn.effect(new Effect.ReadFigures(month));
    show(
        turn,
        new ServicePage.HealthPage(
            Optional.empty(), month, new ServicePage.Bundle.BundleNotAsked()));
  }

  private static void show(Turn turn, ServicePage page) {
    turn.show(new Screen.Service(page, turn.at()));
  }

  private static void onChecks(Turn turn, ServicePage.Checks page, Key.OnChecks key) {
    boolean running = page.board().running();
    switch (key) {
      case Key.NextFinding _ ->
          show(turn, new ServicePage.Checks(page.board(), page.finding() + 1));
      case Key.StopChecks _ -> stop(turn, page);
      case Key.Leave _ -> {
        if (running) {
          stop(turn, page);
        } else {
          TechnicianPage.back(turn);
        }
      }
      case Key.OpenChecks _, Key.Confirm _ -> {
        if (!running) {
          run(turn, Optional.empty());
        }
      }
      case Key.CheckAgain(String id) -> {
        if (!running) {
          turn.effect(new Effect.RunChecks(Optional.of(id)));
          show(turn, new ServicePage.Checks(CheckBoard.EMPTY, 0));
        }
      }
      case Key.Calibrate(String id) -> {
        if (!running) {
          turn.effect(new Effect.CalibrateEffect(id));
          show(turn, new ServicePage.Checks(CheckBoard.EMPTY, 0));
        }
      }
      case Key.HandDone _ -> {
        if (page.board().hand().isPresent()) {
          turn.effect(new Effect.HandDoneEffect());
        }
      }
      case Key.Mend(String id, String code) -> {
        if (!running) {
          turn.staff(Effect.StaffNote.FIX_TRIED, Optional.empty());
          turn.effect(new Effect.MendEffect(id, code));
          show(turn, new ServicePage.Checks(CheckBoard.EMPTY, 0));
        }
      }
      case Key.OpenHealth _ -> {
        if (!running) {
          health(turn, false);
        }
      }
      case Key.KeepCalibration(String id) ->
          page.board()
              .calibration()
              .filter(measured -> measured.device().equals(id))
              .ifPresent(measured -> SetupFlow.measured(turn, measured));
    }
  }

  private static void stop(Turn turn, ServicePage.Checks page) {
    if (page.board().running()) {
      turn.effect(new Effect.EndCheckRun());
      show(turn, new ServicePage.Checks(page.board().stopped(), page.finding()));
    }
  }

  private static void onHealth(Turn turn, ServicePage.HealthPage page, Key.OnHealth key) {
    switch (key) {
      case Key.OtherSpan _ -> health(turn, !page.month());
      case Key.OpenHealth _, Key.Confirm _ -> health(turn, page.month());
      case Key.OpenChecks _ -> run(turn, Optional.empty());
      case Key.MakeBundle _ -> {
        if (!turn.technician.level().may(StaffLevel.ADMINISTRATOR)) {
          turn.beep(Sound.NOT_POSSIBLE);
        } else if (!(page.bundle() instanceof ServicePage.Bundle.BundleUnderWay)) {
          turn.staff(Effect.StaffNote.BUNDLE_MADE, Optional.empty());
          turn.effect(new Effect.MakeBundleEffect());
          show(turn, page.withBundle(new ServicePage.Bundle.BundleUnderWay()));
        }
      }
      case Key.Leave _ -> TechnicianPage.back(turn);
    }
  }

  public static void moved(Turn turn, CheckBoard board) {
    if (turn.screen instanceof Screen.Service(ServicePage.Checks page, var since)) {
      boolean ended = page.board().running() && !board.running();
      CheckBoard shown = page.board().stopping() && board.running() ? board.stopped() : board;
      turn.screen =
          new Screen.Service(
              new ServicePage.Checks(shown, page.finding()), ended ? turn.at() : since);
    }
  }

  public static void figures(Turn turn, Figures figures) {
    if (turn.screen instanceof Screen.Service(ServicePage.HealthPage page, var since)
        && page.month() == figures.month()) {
      turn.screen = new Screen.Service(page.withFigures(Optional.of(figures)), since);
    }
  }

  public static void bundle(Turn turn, Optional<String> file) {
    if (turn.screen instanceof Screen.Service(ServicePage.HealthPage page, var since)) {
      ServicePage.Bundle bundle =
          file.<ServicePage.Bundle>map(ServicePage.Bundle.Made::new)
              .orElse(new ServicePage.Bundle.NotMade());
      turn.screen = new Screen.Service(page.withBundle(bundle), since);
    }
  }

  /// Whether the page cannot be left, because the devices are in use by the checks.
  static boolean holds(Screen screen) {
    return screen instanceof Screen.Service(ServicePage page, var _)
        && switch (page) {
          case ServicePage.Checks checks -> checks.board().running();
          case ServicePage.HealthPage _, ServicePage.CashUpPage _ -> false;
          case ServicePage.Setup(SetupBoard board) -> SetupFlow.holds(board);
        };
  }
}
