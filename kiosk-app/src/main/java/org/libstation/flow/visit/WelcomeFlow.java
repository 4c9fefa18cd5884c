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

/// Nobody is here yet, or the station is closed.
public final class WelcomeFlow {
  /// How long one of several notices or activities is shown.
  public static final Duration TURN = Duration.ofSeconds(15);

  /// How long it stays after somebody turned to it.
  public static final Duration READING = Duration.ofSeconds(45);

  private WelcomeFlow() {}

  /// What takes turns is turned on; looks that somebody chose and walked away from are reset.
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
      // It waits for a key.
      return leaf;
    }
    return turn.over(leaf.since(), TURN) ? leaf.turn(1, turn.at()) : leaf;
  }

  /// A leaf turned by hand stays longer than one that turned by itself.
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

  /// A code was read that begins nothing.
  public static void scanned(Turn turn, ScannedCode scan) {
    turn.say(
        switch (scan) {
          case ScannedCode.ItemCode _, ScannedCode.Isbn _ -> Code.B16;
          case ScannedCode.BadCheck _ -> Code.B14;
          case ScannedCode.UnknownCode _ -> Code.C25;
          case ScannedCode.Card _ -> Code.C23;
        });
  }

  /// An item was laid down before anything was chosen. It is taken as soon as something is.
  public static void laid(Turn turn) {
    turn.tell(Code.B16);
    turn.beep(Sound.SEEN);
  }

  /// Somebody is there who has not begun anything.
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

  /// At a station that is shut a return may still be taken.
  public static void closed(Turn turn, Screen.OutOfService closed, Key.Start key) {
    if (key instanceof Key.StartReturn && closed.returnsPossible()) {
      VisitStart.start(turn, Purpose.RETURN);
    }
  }
}
