package org.libstation.screen.kit.widget;

import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Session;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.words.Voice;

/// The rule for the key that ends a visit. It is the primary key once something is done and nothing
/// is under way, because leaving is then the right next act. Before that, and while the station
/// works, it is a small quiet key in the same place.
public final class EndKey {
  private EndKey() {}

  /// Key that ends the visit; as a primary key it has an arrow.
  ///
  /// @param somethingDone whether an item was lent or returned
  /// @param result words of the primary key: what is taken away
  /// @param wayOut words while nothing is done yet
  public static ActionKey of(
      Voice voice, FlowState state, boolean somethingDone, String result, String wayOut) {
    Key key = new Key.Confirm();
    if (state.session().filter(Session::leaving).isPresent()) {
      return ActionKey.quiet(voice.say("borrow.leaving"), key);
    }
    if (state.working()) {
      // Work under way ends before anyone leaves.
      return ActionKey.quiet(voice.say("key.whendone"), key);
    }
    return somethingDone
        ? ActionKey.primary(result, Icon.ARROW, true, key)
        : ActionKey.quiet(wayOut, key);
  }

  /// Returns a primary key in the usual rank while the station works; any other key unchanged.
  public static ActionKey unlessWorking(FlowState state, ActionKey next) {
    return state.working() && next.primary() ? next.usual() : next;
  }
}
