package org.libstation.flow.visit;

import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// Lets a person type a copy's number instead of scanning it, to place or cancel a hold. The number
/// is checked like a scan.
public final class EntryFlow {
  /// Most characters of a number; no library has longer ones.
  public static final int MOST = 20;

  private EntryFlow() {}

  public static void key(Turn turn, Screen.Entry entry, Key.OnEntry key) {
    switch (key) {
      case Key.Letter(char letter) -> type(turn, entry, letter);
      case Key.Digit(int digit) -> type(turn, entry, (char) ('0' + digit));
      case Key.Erase _ -> {
        String typed = entry.typed();
        if (!entry.judging() && !typed.isEmpty()) {
          show(turn, typed.substring(0, typed.length() - 1), Optional.empty());
        }
      }
      case Key.Confirm _ -> confirm(turn, entry);
      case Key.ShowHolds _ -> turn.show(new Screen.MyAccount(AccountPart.HOLDS, 0));
      case Key.Leave _ -> LeaveFlow.leave(turn);
    }
  }

  private static void type(Turn turn, Screen.Entry entry, char letter) {
    if (!entry.judging() && entry.typed().length() < MOST) {
      show(turn, entry.typed() + letter, Optional.empty());
    }
  }

  private static void show(Turn turn, String typed, Optional<Code> problem) {
    turn.show(new Screen.Entry(typed, false, problem));
  }

  private static void confirm(Turn turn, Screen.Entry entry) {
    if (!entry.judging() && !entry.typed().isBlank()) {
      turn.show(new Screen.Entry(entry.typed(), true, Optional.empty()));
      turn.session.ifPresent(
          open -> turn.effect(new Effect.JudgeTyped(open.number(), entry.typed())));
    }
  }

  public static void judged(Turn turn, FlowEvent.TypedJudged judged) {
    if (turn.screen instanceof Screen.Entry entry
        && entry.judging()
        && turn.isSession(judged.session())) {
      take(turn, entry, judged.scan());
    }
  }

  /// A scan ends the typing, as if the number had been typed.
  public static void take(Turn turn, Screen.Entry entry, ScannedCode scan) {
    switch (scan) {
      case ScannedCode.ItemCode(var item) -> {
        turn.show(new Screen.MyAccount(AccountPart.HOLDS, 0));
        DetailsFlow.place(turn, item);
      }
      case ScannedCode.Isbn _ -> wrong(turn, entry, Code.H21);
      case ScannedCode.BadCheck _ -> wrong(turn, entry, Code.H22);
      case ScannedCode.UnknownCode _ -> wrong(turn, entry, Code.H23);
      case ScannedCode.Card _ -> wrong(turn, entry, Code.H24);
    }
  }

  private static void wrong(Turn turn, Screen.Entry entry, Code code) {
    turn.beep(Sound.NEEDS_HAND);
    show(turn, entry.typed(), Optional.of(code));
  }
}
