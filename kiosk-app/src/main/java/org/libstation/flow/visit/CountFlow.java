package org.libstation.flow.visit;

import org.libstation.flow.state.Count;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Session;
import org.libstation.flow.turn.Turn;

/// Asks *How many are you holding?* if the site wants it. The visit then waits until that many
/// items were seen, or the person says that there are no more.
final class CountFlow {
  private CountFlow() {}

  static void key(Turn turn, Key.CountingKey key) {
    switch (key) {
      case Key.HowMany(int items) ->
          turn.change(open -> open.withCount(new Count.StatedCount(items)));
      case Key.AsSeen _ -> turn.change(open -> open.withCount(new Count.NotWanted()));
    }
  }

  /// Whether the question is on the screen: until the first item, so that the number can be
  /// corrected.
  static boolean asks(Turn turn) {
    return turn.settings.visit().askCount()
        && turn.borrows().isEmpty()
        && turn.session.filter(open -> !(open.count() instanceof Count.NotWanted)).isPresent();
  }

  /// Number of items that were not seen.
  static int missing(Turn turn) {
    return turn.session.map(Session::neverSeen).orElse(0);
  }
}
