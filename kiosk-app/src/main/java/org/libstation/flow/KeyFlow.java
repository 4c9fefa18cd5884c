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
import org.libstation.flow.visit.PayFlow;
import org.libstation.flow.visit.ReceiptFlow;
import org.libstation.flow.visit.VisitFlow;
import org.libstation.flow.visit.WelcomeFlow;

/// Dispatches a pressed key. Keys of the access bar work everywhere; an open sheet takes its own
/// keys; all others go to the screen.
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

  /// Handles a key of the access bar. It proves that somebody is there, but does not answer a
  /// sheet.
  private static void look(Turn turn, Key.Looks key) {
    if (turn.overlay.isEmpty()) {
      turn.change(open -> open.touched(turn.at()));
    }
    switch (key) {
      case Key.SwitchLanguage to -> turn.language = to.to();
      case Key.NextTextStep _ -> turn.access = turn.access.nextText();
      case Key.ContrastKey _ -> turn.access = turn.access.otherContrast();
      case Key.Slow _ -> turn.access = turn.access.otherSlow();
      case Key.Reach _ -> turn.access = turn.access.otherReach();
      case Key.HideTitles _ -> turn.access = turn.access.otherTitles();
      case Key.CallStaff _ -> HelpFlow.call(turn);
      case Key.Speaking speaking -> AloudFlow.key(turn, speaking);
      case Key.ReadPrivacy _ -> HelpFlow.privacy(turn);
      case Key.Leaf leaf -> {
        if (leaf.of() == Key.Leaf.LeafKind.PAGES) {
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
        // Any key has already lit the screen before it reaches this method.
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
      case Screen.Idle idle -> onIdle(turn, idle, key);
      case Screen.Visit visit -> onVisit(turn, visit, key);
      case Screen.Leaving leaving -> onLeaving(turn, leaving, key);
      case Screen.BookDropScreen _ -> onDrop(turn, key);
      case Screen.Staff staff -> onStaff(turn, staff, key);
    }
  }

  private static void onIdle(Turn turn, Screen.Idle screen, Key key) {
    if (key instanceof Key.Technician) {
      TechnicianFlow.open(turn);
    } else if (key instanceof Key.Start start) {
      switch (screen) {
        case Screen.Welcome _ -> WelcomeFlow.key(turn, start);
        case Screen.OutOfService closed -> WelcomeFlow.closed(turn, closed, start);
      }
    }
  }

  private static void onVisit(Turn turn, Screen.Visit screen, Key key) {
    switch (screen) {
      case Screen.Identify identify -> {
        if (key instanceof Key.OnIdentify mine) {
          IdentifyFlow.key(turn, identify.step(), mine);
        }
      }
      case Screen.Borrow _, Screen.Return _, Screen.Resume _ -> {
        if (key instanceof Key.OnVisit mine) {
          VisitFlow.key(turn, mine);
        }
      }
      case Screen.MyAccount account -> {
        if (key instanceof Key.OnAccount mine) {
          AccountFlow.key(turn, account, mine);
        }
      }
      case Screen.Pay pay -> {
        if (key instanceof Key.OnPay mine) {
          PayFlow.key(turn, pay.page(), mine);
        }
      }
      case Screen.Entry entry -> {
        if (key instanceof Key.OnEntry mine) {
          EntryFlow.key(turn, entry, mine);
        }
      }
    }
  }

  private static void onLeaving(Turn turn, Screen.Leaving screen, Key key) {
    switch (screen) {
      case Screen.ReceiptChoice choice -> {
        if (key instanceof Key.OnReceipt mine) {
          ReceiptFlow.choose(turn, choice, mine);
        }
      }
      case Screen.Printing _ -> {}
      case Screen.Done _ -> {
        if (key instanceof Key.OnVisit mine) {
          ReceiptFlow.away(turn, mine);
        }
      }
    }
  }

  private static void onDrop(Turn turn, Key key) {
    if (key instanceof Key.Technician) {
      TechnicianFlow.open(turn);
    } else if (key instanceof Key.ChooseReceipt) {
      SlipFlow.key(turn);
    } else if (key instanceof Key.OnQuestion mine) {
      DropAsk.key(turn, mine);
    }
  }

  private static void onStaff(Turn turn, Screen.Staff screen, Key key) {
    switch (screen) {
      case Screen.TechnicianPin pin -> {
        if (key instanceof Key.OnPin mine) {
          TechnicianFlow.pin(turn, pin, mine);
        }
      }
      case Screen.Technician technician -> {
        if (key instanceof Key.OnTechnician mine) {
          TechnicianFlow.key(turn, technician, mine);
        }
      }
      case Screen.Tray tray -> {
        if (key instanceof Key.OnTray mine) {
          TrayFlow.key(turn, tray, mine);
        }
      }
      case Screen.ToDo list -> {
        if (key instanceof Key.OnTasks mine) {
          TaskFlow.key(turn, list, mine);
        }
      }
      case Screen.Emptying emptying -> {
        if (key instanceof Key.Leave) {
          TechnicianPage.back(turn);
        } else if (key instanceof Key.Confirm) {
          EmptyingFlow.confirm(turn, emptying);
        }
      }
      case Screen.Service service -> CheckFlow.key(turn, service, key);
    }
  }
}
