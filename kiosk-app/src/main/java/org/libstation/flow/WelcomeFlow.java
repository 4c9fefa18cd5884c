package org.libstation.flow;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.Session.Purpose;

/// Nobody is here yet, or the station is closed.
final class WelcomeFlow {
  /// How long one of several notices or activities is shown.
  static final Duration TURN = Duration.ofSeconds(15);

  /// How long it stays after somebody turned to it.
  static final Duration READING = Duration.ofSeconds(45);

  private WelcomeFlow() {}

  /// What takes turns is turned on; looks that somebody chose and walked away from are reset.
  static void tick(Turn turn) {
    if (!(turn.screen instanceof Screen.Welcome welcome) || turn.overlay.isPresent()) {
      return;
    }
    LibraryNews news = turn.station.news();
    boolean told = !news.notices().isEmpty() || !news.activities().isEmpty();
    Screen.Leaf notices = told ? onward(turn, welcome.notices()) : welcome.notices();
    Screen.Leaf activities = told ? onward(turn, welcome.activities()) : welcome.activities();
    turn.screen = new Screen.Welcome(notices, activities, welcome.touched());
    boolean left =
        welcome
            .touched()
            .filter(since -> turn.over(since, turn.patience(turn.settings.idle())))
            .isPresent();
    if (left) {
      turn.show(new Screen.Welcome(notices, activities, Optional.empty()));
    }
  }

  private static Screen.Leaf onward(Turn turn, Screen.Leaf leaf) {
    if (leaf.equals(Screen.Leaf.FIRST)) {
      return leaf.turn(0, turn.at());
    }
    if (turn.access.slow()) {
      // It waits for a key.
      return leaf;
    }
    return turn.over(leaf.since(), TURN) ? leaf.turn(1, turn.at()) : leaf;
  }

  /// A leaf turned by hand stays longer than one that turned by itself.
  static void leaf(Turn turn, Key.Leaf key) {
    Duration from = turn.at().plus(READING).minus(TURN);
    if (key.of() == Key.Leaf.Of.PAGES) {
      HelpFlow.read(turn);
    } else if (turn.screen instanceof Screen.Welcome welcome) {
      boolean notices = key.of() == Key.Leaf.Of.NOTICES;
      turn.screen =
          new Screen.Welcome(
              notices ? welcome.notices().turn(1, from) : welcome.notices(),
              notices ? welcome.activities() : welcome.activities().turn(1, from),
              welcome.touched());
    }
  }

  /// Somebody is there who has not begun anything.
  static void touched(Turn turn) {
    if (turn.screen instanceof Screen.Welcome welcome) {
      turn.screen = welcome.touched(turn.at());
    }
  }

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
          Key.AllowLending _,
          Key.Setting _,
          Key.EmptyBin _,
          Key.Checking _ -> {}
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
          Key.AllowLending _,
          Key.Setting _,
          Key.EmptyBin _,
          Key.Checking _ -> {}
    }
  }
}
