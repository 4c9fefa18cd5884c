package org.libstation.screen.kit.widget;

import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Session;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.words.Voice;

/// The one rule for the key that ends what a person came for. It is the primary key once something
/// is done and nothing is under way: then to go is the right next act. Before that, and while the
/// station works, it is a small quiet way out in the same place.
public final class EndKey {
  private EndKey() {}

  /// With an arrow that leads on, where it leads on.
  ///
  /// @param somethingDone of what the person came for: lent, returned
  /// @param result words of the primary key: what is taken away
  /// @param wayOut words while nothing is done yet
  public static ActionKey of(
      Voice voice, FlowState state, boolean somethingDone, String result, String wayOut) {
    Key key = new Key.Confirm();
    if (state.session().filter(Session::leaving).isPresent()) {
      return ActionKey.quiet(voice.say("borrow.leaving"), key);
    }
    if (state.working()) {
      // What is under way ends first, whoever goes.
      return ActionKey.quiet(voice.say("key.whendone"), key);
    }
    return somethingDone
        ? ActionKey.primary(result, Icon.ARROW, true, key)
        : ActionKey.quiet(wayOut, key);
  }

  /// A further key is the primary one while nothing is under way.
  public static ActionKey unlessWorking(FlowState state, ActionKey next) {
    return state.working() && next.primary() ? next.usual() : next;
  }
}
