package org.libstation.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Screen;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.picture.Moves;
import org.libstation.screen.kit.picture.Moves.Move;

/// Animates the nodes that a screen marked, after it was drawn. Each position follows from the time
/// since the start. A late frame therefore skips a part, and no animation lags. The clock stops
/// while nothing moves, which on the start screen is most of the time.
///
/// Only the translation, scale, rotation and opacity of small nodes change, so drawing, speech and
/// keys are not affected. Call it on the FX thread.
final class Motion {
  /// Frames a second; [#SLOW_FRAMES] if only slow animations run, such as the boat.
  private static final double FRAMES = 30;

  private static final double SLOW_FRAMES = 10;

  /// After this pause an animation that repeats is shown once more.
  static final long AGAIN_MS = 60_000;

  private static final double LONG_AGO = -1e9;

  private final LongSupplier nanos;
  private boolean on;
  private @Nullable At at;

  /// Start of each animation by its key, in ms.
  private final Map<String, Double> begun = new HashMap<>();

  /// Last place of each row by its key, as y in px.
  private final Map<String, Double> places = new HashMap<>();

  /// Distance of each row from its former place, by the key of the move, in px.
  private final Map<String, Double> ways = new HashMap<>();

  /// Last drawn state by key.
  private final Map<String, Moves.DrawnState> states = new HashMap<>();

  private final List<Node> rows = new ArrayList<>();
  private final List<Moving> moving = new ArrayList<>();
  private boolean toPlace;
  private @Nullable Timeline clock;
  private double rate;

  /// One visit to one screen.
  ///
  /// @param session number of the visit; 0 = none
  /// @param covered whether a sheet lies over it
  record At(Class<? extends Screen> screen, long session, boolean covered) {}

  /// @param key key of its start in [#begun]
  private record Moving(Node node, Course course, String key) {}

  /// @param nanos monotonic clock
  Motion(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// Switches all animation on or off; off at first.
  void on(boolean now) {
    on = now;
    if (!now) {
      forget();
    }
  }

  /// Takes over what was drawn.
  ///
  /// @param root contains what may move, and nothing that a sheet covers
  /// @param still whether nothing moves because the patron asked for calm
  /// @param busy whether devices work; repeating animations then stop, rows still move
  void shown(Parent root, At where, boolean still, boolean busy) {
    if (!on) {
      return;
    }
    boolean fresh = !where.equals(at);
    if (fresh || still) {
      forget();
    }
    at = where;
    moving.forEach(each -> Course.rest(each.node()));
    moving.clear();
    rows.clear();
    if (still) {
      return;
    }
    Set<String> seen = new HashSet<>();
    collect(root, fresh, busy, seen);
    states.keySet().retainAll(seen);
    seen.addAll(ways.keySet());
    begun.keySet().retainAll(seen);
    toPlace = true;
    step();
  }

  private void collect(Parent parent, boolean fresh, boolean busy, Set<String> seen) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible()) {
        continue;
      }
      if (SpeechMark.kind(node).filter(kind -> kind == SpeechMark.NodeRole.ROW).isPresent()) {
        String key = SpeechMark.about(node);
        seen.add(key);
        rows.add(node);
        // Rows that came with the screen do not fly in.
        begun.putIfAbsent(key, fresh ? LONG_AGO : now());
        moving.add(new Moving(node, Course.enter(), key));
      }
      Moves.of(node).filter(marked -> seen.add(marked.key())).ifPresent(m -> marked(node, m, busy));
      if (node instanceof Parent inner) {
        collect(inner, fresh, busy, seen);
      }
    }
  }

  private void marked(Node node, Moves.Marked marked, boolean busy) {
    Course course =
        switch (marked.move()) {
          case Move.Travel travel -> Course.travel(travel);
          case Move.StampFall _ -> Course.stamp();
          case Move.Drift drift -> Course.drift(drift.dx());
          case Move.CellFill _ -> Course.fill();
          case Move.Swap _ -> Course.swap();
          case Move.Rise rise -> Course.rise(rise.by());
        };
    if (marked.move() instanceof Move.StateMove turn) {
      turned(marked.key(), turn.state());
    }
    double since = begun.computeIfAbsent(marked.key(), _ -> now());
    if (course.again() && now() - since > course.ms() + AGAIN_MS) {
      begun.put(marked.key(), now());
    }
    if (!busy || !course.again()) {
      moving.add(new Moving(node, course, marked.key()));
    }
  }

  /// A node that is new with its state is not animated.
  private void turned(String key, Moves.DrawnState state) {
    Moves.DrawnState before = states.put(key, state);
    if (before == null) {
      begun.put(key, LONG_AGO);
    } else if (!before.equals(state)) {
      begun.put(key, now());
    }
  }

  /// Starts the moves of rows that stood elsewhere; called after each layout.
  void laid() {
    if (!toPlace) {
      return;
    }
    toPlace = false;
    for (Node row : rows) {
      String key = SpeechMark.about(row);
      double y = y(row);
      Double before = places.put(key, y);
      if (before != null && row.isVisible() && Math.abs(before - y) > 1) {
        String way = "way " + key;
        begun.put(way, now());
        ways.put(way, before - y);
      }
    }
    ways.forEach(
        (way, from) ->
            rows.stream()
                .filter(row -> way.equals("way " + SpeechMark.about(row)))
                .forEach(row -> moving.add(new Moving(row, Course.way(from), way))));
    step();
  }

  /// Vertical place of a row in its list; a wrapper around the row is counted in.
  static double y(Node row) {
    return row.getParent().getLayoutY() + row.getLayoutY();
  }

  /// Places every moving node for the present moment; finished ones rest where they were drawn.
  void step() {
    double now = now();
    moving.removeIf(
        each -> {
          double ms = now - begun.getOrDefault(each.key(), LONG_AGO);
          boolean over = ms >= each.course().ms() || !isSeen(each.node());
          if (over) {
            Course.rest(each.node());
            ways.remove(each.key());
          } else {
            each.course().put(each.node(), Math.max(0, ms));
          }
          return over;
        });
    beat();
  }

  /// Whether the node and all its parents are visible. If only nodes of a hidden page moved, no
  /// part would need painting, and JavaFX would then paint the whole scene.
  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void beat() {
    double wanted =
        moving.isEmpty()
            ? 0
            : moving.stream().allMatch(each -> each.course().slow()) ? SLOW_FRAMES : FRAMES;
    if (wanted == rate) {
      return;
    }
    rate = wanted;
    Optional.ofNullable(clock).ifPresent(Timeline::stop);
    clock = null;
    if (wanted > 0) {
      Timeline fresh =
          new Timeline(wanted, new KeyFrame(Duration.millis(1000 / wanted), _ -> step()));
      fresh.setCycleCount(Animation.INDEFINITE);
      fresh.play();
      clock = fresh;
    }
  }

  /// Whether frames are being drawn.
  boolean running() {
    return rate > 0;
  }

  /// Ends all animations; everything stands where it was drawn.
  void rest() {
    moving.forEach(each -> Course.rest(each.node()));
    moving.clear();
    ways.clear();
    beat();
  }

  /// Ends all animations and forgets what was shown.
  void forget() {
    rest();
    begun.clear();
    states.clear();
    places.clear();
    rows.clear();
    toPlace = false;
    at = null;
  }

  private double now() {
    return nanos.getAsLong() / 1e6;
  }
}
