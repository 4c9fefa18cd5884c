package org.libstation.screen.borrow;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libstation.flow.state.Count;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.screen.kit.widget.ActionKey;

/// The question "How many are you holding?" on the screen.
final class Counting {
  /// Number of keys; the last also stands for more items.
  private static final int NUMBERS = 10;

  private Counting() {}

  /// Whether the screen asks the question.
  static boolean asks(FlowState state) {
    return state.screen() instanceof Screen.Borrow(Screen.Hands hands)
        && hands == Screen.Hands.SAY_HOW_MANY;
  }

  /// Returns the number that the patron gave; empty if none was given.
  static Optional<Integer> said(FlowState state) {
    return state
        .session()
        .map(Session::count)
        .filter(Count.StatedCount.class::isInstance)
        .map(count -> ((Count.StatedCount) count).items());
  }

  /// Returns how many items of that number the station has not seen.
  static int neverSeen(FlowState state) {
    return state.session().map(Session::neverSeen).orElse(0);
  }

  /// Returns the number keys; the chosen one is lit.
  static List<ActionKey> numbers(FlowState state) {
    Optional<Integer> chosen = said(state);
    return IntStream.rangeClosed(1, NUMBERS)
        .mapToObj(
            number -> {
              Key key = new Key.HowMany(number);
              String words = String.valueOf(number);
              return chosen.filter(n -> n == number).isPresent()
                  ? ActionKey.chosen(words, key)
                  : ActionKey.plain(words, key);
            })
        .toList();
  }
}
