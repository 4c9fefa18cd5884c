package org.libstation.flow;

import java.util.Optional;
import org.libstation.flow.drop.DropAsk;
import org.libstation.flow.drop.EmptyingFlow;
import org.libstation.flow.drop.SlipFlow;
import org.libstation.flow.staff.CheckFlow;
import org.libstation.flow.staff.TaskFlow;
import org.libstation.flow.staff.TechnicianFlow;
import org.libstation.flow.staff.TechnicianPage;
import org.libstation.flow.staff.TrayFlow;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.AccountFlow;
import org.libstation.flow.visit.EntryFlow;
import org.libstation.flow.visit.IdentifyFlow;
import org.libstation.flow.visit.LeaveFlow;
import org.libstation.flow.visit.ReceiptFlow;
import org.libstation.flow.visit.VisitFlow;
import org.libstation.flow.visit.WelcomeFlow;

/// Keys: the access bar works everywhere; a sheet takes its own keys; the rest is the screen's.
final class KeyFlow {
  private KeyFlow() {}

  static void press(Turn turn, Key key) {
    if (key instanceof Key.Looks looks) {
      look(turn, looks);
    } else if (turn.overlay.isPresent()) {
      answer(turn, turn.overlay.get(), key);
    } else {
      turn.touch();
      onScreen(turn, key);
    }
  }

  /// Shows that somebody is there, but does not answer a sheet.
  private static void look(Turn turn, Key.Looks key) {
    if (turn.overlay.isEmpty()) {
      turn.change(open -> open.touched(turn.at()));
    }
    switch (key) {
      case Key.SwitchLanguage to -> turn.language = to.to();
      case Key.NextTextStep _ -> turn.access = turn.access.nextText();
      case Key.Contrast _ -> turn.access = turn.access.otherContrast();
      case Key.Slow _ -> turn.access = turn.access.otherSlow();
      case Key.Reach _ -> turn.access = turn.access.otherReach();
      case Key.HideTitles _ -> turn.access = turn.access.otherTitles();
      case Key.CallStaff _ -> HelpFlow.call(turn);
      case Key.Speaking speaking -> AloudFlow.key(turn, speaking);
      case Key.ReadPrivacy _ -> HelpFlow.privacy(turn);
      case Key.Leaf leaf -> {
        if (leaf.of() == Key.Leaf.Of.PAGES) {
          HelpFlow.read(turn);
        } else {
          WelcomeFlow.leaf(turn, leaf);
        }
      }
    }
    WelcomeFlow.touched(turn);
    EmptyingFlow.touched(turn);
  }

  private static void answer(Turn turn, Overlay sheet, Key key) {
    boolean stays = key instanceof Key.Stay;
    boolean leaves = key instanceof Key.Leave;
    boolean confirms = key instanceof Key.Confirm;
    switch (sheet) {
      case Overlay.IdleWarning warning -> {
        if (stays || confirms) {
          IdleFlow.stay(turn, warning);
        } else if (leaves) {
          turn.touch();
          if (turn.screen instanceof Screen.ReceiptChoice choice) {
            ReceiptFlow.none(turn, choice);
          } else {
            LeaveFlow.leave(turn);
          }
        }
      }
      case Overlay.ConfirmLeave _ -> {
        if (stays) {
          turn.touch();
          turn.overlay = Optional.empty();
        } else if (leaves || confirms) {
          turn.touch();
          LeaveFlow.leaveOpenMatters(turn);
        }
      }
      case Overlay.Dark _ -> {
        // Any key lit the screen before it came here.
      }
      case Overlay.Help _, Overlay.Privacy _ -> {
        if (stays || leaves || confirms) {
          HelpFlow.close(turn);
        }
      }
    }
  }

  private static void onScreen(Turn turn, Key key) {
    switch (turn.screen) {
      case Screen.Welcome _ -> {
        if (key instanceof Key.Technician) {
          TechnicianFlow.open(turn);
        } else {
          WelcomeFlow.key(turn, key);
        }
      }
      case Screen.Identify identify -> IdentifyFlow.key(turn, identify.step(), key);
      case Screen.Borrow _, Screen.Return _, Screen.Resume _ -> VisitFlow.key(turn, key);
      case Screen.MyAccount account -> AccountFlow.key(turn, account, key);
      case Screen.Entry entry -> EntryFlow.key(turn, entry, key);
      case Screen.ReceiptChoice choice -> ReceiptFlow.choose(turn, choice, key);
      case Screen.Printing _ -> {}
      case Screen.Done _ -> ReceiptFlow.away(turn, key);
      case Screen.OutOfService closed -> {
        if (key instanceof Key.Technician) {
          TechnicianFlow.open(turn);
        } else {
          WelcomeFlow.closed(turn, closed, key);
        }
      }
      case Screen.TechnicianPin pin -> TechnicianFlow.pin(turn, pin, key);
      case Screen.Tray tray -> TrayFlow.key(turn, tray, key);
      case Screen.ToDo list -> TaskFlow.key(turn, list, key);
      case Screen.BookDrop _ -> atDrop(turn, key);
      case Screen.Emptying emptying -> emptying(turn, emptying, key);
      case Screen.Service service -> CheckFlow.key(turn, service, key);
      case Screen.Technician technician -> TechnicianFlow.key(turn, technician, key);
    }
  }

  private static void atDrop(Turn turn, Key key) {
    if (key instanceof Key.Technician) {
      TechnicianFlow.open(turn);
    } else if (key instanceof Key.ChooseReceipt) {
      SlipFlow.key(turn);
    } else {
      DropAsk.key(turn, key);
    }
  }

  private static void emptying(Turn turn, Screen.Emptying emptying, Key key) {
    if (key instanceof Key.Leave) {
      TechnicianPage.back(turn);
    } else {
      EmptyingFlow.key(turn, emptying, key);
    }
  }
}
