package org.libstation.flow.visit;

import org.libstation.flow.state.Count;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Session;
import org.libstation.flow.turn.Turn;

/// "How many are you holding?": where the site asks it, the pile is not finished before so many
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

  /// Whether the question stands on the screen: before the first item, so that a number can be
  /// tapped again.
  static boolean asks(Turn turn) {
    return turn.settings.visit().askCount()
        && turn.borrows().isEmpty()
        && turn.session.filter(open -> !(open.count() instanceof Count.NotWanted)).isPresent();
  }

  /// How many were never seen.
  static int missing(Turn turn) {
    return turn.session.map(Session::neverSeen).orElse(0);
  }
}
