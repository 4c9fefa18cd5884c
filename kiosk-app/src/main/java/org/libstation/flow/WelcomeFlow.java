package org.libstation.flow;

import org.libstation.flow.Session.Purpose;

/// Nobody is here yet, or the station is closed.
final class WelcomeFlow {
  private WelcomeFlow() {}

  static void key(Turn turn, Key key) {
    switch (key) {
      case Key.StartBorrow _ -> Flow.start(turn, Purpose.BORROW);
      case Key.StartReturn _ -> Flow.start(turn, Purpose.RETURN);
      case Key.StartAccount _ -> Flow.start(turn, Purpose.ACCOUNT);
      case Key.Technician _ -> TechnicianFlow.open(turn);
      case Key.Looks _,
          Key.Typing _,
          Key.Confirm _,
          Key.Leave _,
          Key.Stay _,
          Key.Ending _,
          Key.Counting _,
          Key.Renewing _,
          Key.Paging _,
          Key.Accounting _,
          Key.PrintTest _,
          Key.CheckTray _,
          Key.Repair _,
          Key.Tasks _,
          Key.AllowLending _ -> {}
    }
  }

  static void closed(Turn turn, Screen.OutOfService closed, Key key) {
    switch (key) {
      case Key.StartReturn _ -> {
        if (closed.returnsPossible()) {
          Flow.start(turn, Purpose.RETURN);
        }
      }
      case Key.Technician _ -> TechnicianFlow.open(turn);
      case Key.StartBorrow _,
          Key.StartAccount _,
          Key.Looks _,
          Key.Typing _,
          Key.Confirm _,
          Key.Leave _,
          Key.Stay _,
          Key.Ending _,
          Key.Counting _,
          Key.Renewing _,
          Key.Paging _,
          Key.Accounting _,
          Key.PrintTest _,
          Key.CheckTray _,
          Key.Repair _,
          Key.Tasks _,
          Key.AllowLending _ -> {}
    }
  }
}
