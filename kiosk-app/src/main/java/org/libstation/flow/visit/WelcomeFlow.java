package org.libstation.flow.visit;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// The start screen, and the screen of a closed station.
public final class WelcomeFlow {
  /// How long one of several notices or activities is shown.
  public static final Duration TURN = Duration.ofSeconds(15);

  /// How long one is shown after somebody turned to it.
  public static final Duration READING = Duration.ofSeconds(45);

  private WelcomeFlow() {}

  /// Turns to the next notice or activity. Resets the appearance if whoever chose it has left.
  public static void tick(Turn turn) {
    if (!(turn.screen instanceof Screen.Welcome here) || turn.overlay.isPresent()) {
      return;
    }
    Screen.Welcome welcome =
        here.withSaid(here.said().filter(said -> turn.at().compareTo(said.until()) < 0));
    LibraryNews news = turn.station.news();
    boolean told = !news.notices().isEmpty() || !news.activities().isEmpty();
    Screen.Leaf notices = told ? onward(turn, welcome.notices()) : welcome.notices();
    Screen.Leaf activities = told ? onward(turn, welcome.activities()) : welcome.activities();
    turn.screen = welcome.leaves(notices, activities);
    boolean left =
        welcome
            .touched()
            .filter(since -> turn.over(since, turn.patience(turn.settings.visit().idle())))
            .isPresent();
    if (left) {
      turn.show(new Screen.Welcome(notices, activities, Optional.empty(), welcome.said()));
    }
  }

  private static Screen.Leaf onward(Turn turn, Screen.Leaf leaf) {
    if (leaf.equals(Screen.Leaf.FIRST)) {
      return leaf.turn(0, turn.at());
    }
    if (turn.access.slow()) {
      // In slow mode it waits for a key.
      return leaf;
    }
    return turn.over(leaf.since(), TURN) ? leaf.turn(1, turn.at()) : leaf;
  }

  /// Turns to the next notice or activity by hand; it is then shown longer.
  public static void leaf(Turn turn, Key.Leaf key) {
    Duration from = turn.at().plus(READING).minus(TURN);
    if (turn.screen instanceof Screen.Welcome welcome) {
      boolean notices = key.of() == Key.Leaf.LeafKind.NOTICES;
      turn.screen =
          welcome.leaves(
              notices ? welcome.notices().turn(1, from) : welcome.notices(),
              notices ? welcome.activities() : welcome.activities().turn(1, from));
    }
  }

  /// Shows why a scanned code does not begin a visit.
  public static void scanned(Turn turn, ScannedCode scan) {
    turn.say(
        switch (scan) {
          case ScannedCode.ItemCode _, ScannedCode.Isbn _ -> Code.B16;
          case ScannedCode.BadCheck _ -> Code.B14;
          case ScannedCode.UnknownCode _ -> Code.C25;
          case ScannedCode.Card _ -> Code.C23;
        });
  }

  /// Shows that a purpose must be chosen, because an item was placed. The item is taken once one
  /// is.
  public static void laid(Turn turn) {
    turn.tell(Code.B16);
    turn.beep(Sound.SEEN);
  }

  /// Notes that somebody is there who has not begun a visit.
  public static void touched(Turn turn) {
    if (turn.screen instanceof Screen.Welcome welcome) {
      turn.screen = welcome.touched(turn.at());
    }
  }

  public static void key(Turn turn, Key.Start key) {
    switch (key) {
      case Key.StartBorrow _ -> VisitStart.start(turn, Purpose.BORROW);
      case Key.StartReturn _ -> VisitStart.start(turn, Purpose.RETURN);
      case Key.StartAccount _ -> VisitStart.start(turn, Purpose.ACCOUNT);
    }
  }

  /// Begins a return at a closed station, if returns are still possible.
  public static void closed(Turn turn, Screen.OutOfService closed, Key.Start key) {
    if (key instanceof Key.StartReturn && closed.returnsPossible()) {
      VisitStart.start(turn, Purpose.RETURN);
    }
  }
}
