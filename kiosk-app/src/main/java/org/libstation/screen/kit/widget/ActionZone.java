package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.AroundMetrics;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.FrameLayout;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;

/// Arranges the action keys: side by side under an upright stage, one below the other beside a
/// lying one, in rows in the low layout.
final class ActionZone {
  private static final double APART = 24;
  private static final double LEAST_PRIMARY = 300;

  /// Heights of a key below the middle, as multiples of the text size: usually, beside other keys,
  /// and of the primary key.
  private static final double EMS = 1.9;

  private static final double LOW_EMS = 1.4;
  private static final double FIRST_EMS = 2;

  /// Share of its height that a key keeps above a row of quiet keys.
  private static final double WITH_FOOT = 0.9;

  private final Type type;
  private final Look look;
  private final AroundMetrics.ActionKeyMetrics sizes;
  private final FrameLayout layout;
  private final Panel panel;
  private final Consumer<Key> pressed;
  private final boolean split;

  /// @param split whether the keys stand beside the stage
  ActionZone(Type type, boolean split, Consumer<Key> pressed) {
    this.split = split;
    this.type = type;
    this.look = type.look();
    this.sizes = look.metrics().around().keys();
    this.layout = look.layouts().frame();
    this.panel = look.panel();
    this.pressed = pressed;
  }

  /// Arranges the keys in rows.
  ///
  /// @param controls whether other keys stand above
  /// @param foot whether quiet keys stand below and take some of the room
  /// @param roomy low layout: whether the primary key is as large as at text step 1; otherwise
  ///   other keys leave room for one row only
  List<Node> rows(List<ActionKey> shown, boolean controls, boolean foot, boolean roomy) {
    if (shown.isEmpty()) {
      return List.of();
    }
    List<ActionKey> plain = shown.stream().filter(key -> !key.quiet() && !key.primary()).toList();
    // A quiet key takes the place of the primary key, so that nothing moves when that appears.
    List<ActionKey> primary = shown.stream().filter(key -> key.quiet() || key.primary()).toList();
    return switch (layout.keys()) {
      case PACKED -> List.of(packed(shown, roomy));
      case IN_ROWS -> lowRows(shown, plain, primary, controls, foot, roomy);
      case AT_STAGE -> split ? column(plain, primary) : List.of(oneRow(plain, primary));
    };
  }

  /// Whether words would be broken. In a column a word may be longer than a key; one low row may be
  /// too narrow for all words.
  ///
  /// @param roomy as in [#rows]
  boolean breaks(List<ActionKey> keys, boolean controls, boolean roomy) {
    if (split) {
      return !look.chinese()
          && keys.stream().anyMatch(key -> longest(key) + WholeLabels.PADDING > look.aside());
    }
    if (layout.keys() != FrameLayout.ActionKeyPlace.IN_ROWS || !controls || roomy) {
      return false;
    }
    return keys.stream()
            .mapToDouble(key -> APART + key.least(type, Optional.empty()) + WholeLabels.PADDING)
            .sum()
        > panel.live() + APART;
  }

  private double longest(ActionKey key) {
    Role role = key.primary() ? Role.KEY_BIG : Role.BODY;
    return Arrays.stream(key.words().split(" "))
        .mapToDouble(word -> type.write(role, true, Ink.TEXT, word).prefWidth(-1))
        .max()
        .orElse(0);
  }

  private List<Node> lowRows(
      List<ActionKey> shown,
      List<ActionKey> plain,
      List<ActionKey> primary,
      boolean controls,
      boolean foot,
      boolean roomy) {
    if (controls && !roomy) {
      return List.of(row(shown, look.px(Role.BODY) * (look.large() ? LOW_EMS : EMS)));
    }
    double less = (foot ? WITH_FOOT : 1) * (look.large() ? sizes.largeShare() : 1);
    double other = look.px(Role.BODY) * (controls ? LOW_EMS : EMS * less);
    double first = controls ? 0 : look.px(Role.KEY_BIG) * FIRST_EMS * less;
    List<Node> rows = new ArrayList<>();
    if (!plain.isEmpty()) {
      rows.add(row(plain, other));
    }
    if (!primary.isEmpty()) {
      rows.add(row(primary, roomy ? Math.max(Tokens.KEY_PRIMARY, first) : first));
    }
    return rows;
  }

  private KeyRows packed(List<ActionKey> keys, boolean roomy) {
    double gap = look.metrics().keysApart();
    KeyRows whole = new KeyRows(gap, caps(keys, ActionKey::itself, roomy));
    boolean fits = whole.prefWidth(-1) + WholeLabels.PADDING * keys.size() <= panel.live();
    return fits ? whole : new KeyRows(gap, caps(keys, ActionKey::wordsOnly, roomy));
  }

  private List<KeyCap> caps(List<ActionKey> keys, UnaryOperator<ActionKey> form, boolean roomy) {
    List<KeyCap> caps = new ArrayList<>();
    for (ActionKey key : keys) {
      boolean large = roomy && key.primary();
      caps.add(
          form.apply(key)
              .cap(type, pressed, Optional.of(Role.BODY))
              .sized(
                  large ? panel.keysWidth() : Tokens.TARGET_MIN,
                  large ? panel.keyPrimary() : panel.key())
              .styled("narrow")
              .tall());
    }
    return caps;
  }

  private List<Node> column(List<ActionKey> plain, List<ActionKey> primary) {
    List<Node> rows = new ArrayList<>();
    HBox pair = Box.row(20);
    for (ActionKey each : plain) {
      ActionKey key = fitting(each);
      KeyCap cap = key.cap(type, pressed).sized(Tokens.TARGET_MIN, panel.key());
      double half = (look.aside() - 20) / 2 - WholeLabels.PADDING;
      boolean fits = plain.size() > 1 && cap.prefWidth(-1) <= half;
      if (fits) {
        Box.add(pair, Box.grow(cap));
      } else {
        rows.add(wide(cap));
      }
    }
    if (!pair.getChildren().isEmpty()) {
      pair.getChildren().forEach(cap -> ((Region) cap).setPrefWidth(look.aside() / 2 - 10));
      rows.add(pair);
    }
    for (ActionKey key : primary) {
      rows.add(
          key.quiet()
              ? quietly(key, panel.keyPrimary())
              : wide(fitting(key).cap(type, pressed).sized(Tokens.TARGET_MIN, panel.keyPrimary())));
    }
    return rows;
  }

  /// Places a quiet key at the right of the primary key's place.
  private HBox quietly(ActionKey key, double height) {
    HBox place =
        Box.row(0, Box.space(), key.cap(type, pressed).sized(Tokens.TARGET_MIN, panel.keySmall()));
    place.setAlignment(Pos.CENTER_RIGHT);
    place.setMinHeight(height);
    return place;
  }

  /// Drops the icon before the words are broken.
  private ActionKey fitting(ActionKey key) {
    return key.cap(type, pressed).prefWidth(-1) + WholeLabels.PADDING <= look.aside()
        ? key
        : key.wordsOnly();
  }

  private static KeyCap wide(KeyCap cap) {
    cap.setMaxWidth(Double.MAX_VALUE);
    return cap;
  }

  private HBox row(List<ActionKey> keys, double height) {
    HBox row = row(keys, height, ActionKey::itself);
    // Large text: the icons are dropped before a word is broken.
    return row.prefWidth(-1) + WholeLabels.PADDING * keys.size() <= panel.live()
        ? row
        : row(keys, height, ActionKey::wordsOnly);
  }

  private HBox row(List<ActionKey> keys, double height, UnaryOperator<ActionKey> form) {
    HBox row = Box.row(APART);
    for (ActionKey key : keys) {
      Box.add(
          row,
          key.quiet()
              ? Box.grow(quietly(key, Math.max(height, Tokens.KEY)))
              : Box.grow(
                  form.apply(key)
                      .cap(type, pressed)
                      .sized(Tokens.TARGET_MIN, Math.max(height, Tokens.KEY))
                      .tall()));
    }
    row.setFillHeight(true);
    return WholeLabels.in(
        row,
        type,
        Optional.empty(),
        keys.stream().map(form).toList(),
        Tokens.TARGET_MIN,
        panel.live());
  }

  private HBox oneRow(List<ActionKey> plain, List<ActionKey> primary) {
    HBox row = drawn(plain, primary);
    double first = firstWidth(plain);
    if (whole(row, plain, primary) && (primary.isEmpty() || left(plain) >= first)) {
      return row;
    }
    // The icons are dropped, one after the other, before a label is broken.
    Optional<HBox> kept = look.chinese() ? kept(plain, primary, true, first) : Optional.empty();
    if (kept.isEmpty()) {
      kept = kept(plain, primary, false, first);
    }
    if (kept.isEmpty() && look.step() > 1 && !primary.isEmpty()) {
      return new ActionZone(type.atStep(look.step() - 1), false, pressed).oneRow(plain, primary);
    }
    return kept.orElseGet(
        () -> layout.keyRow().iconsGo() ? drawn(wordsOnly(plain), wordsOnly(primary)) : row);
  }

  /// Least width of the primary key. In larger text it is as wide as at step 1.
  private double firstWidth(List<ActionKey> plain) {
    return Math.max(
        LEAST_PRIMARY,
        look.step() == 1 ? 0 : new ActionZone(type.atStep(1), false, pressed).left(plain));
  }

  /// Width that these keys leave in the row.
  private double left(List<ActionKey> plain) {
    double least = plain.size() > 1 ? sizes.least() : sizes.leastAlone();
    return panel.live()
        - plain.stream()
            .mapToDouble(
                key ->
                    APART
                        + Math.max(
                            least, key.cap(type, pressed).prefWidth(-1) + WholeLabels.PADDING))
            .sum();
  }

  private static List<ActionKey> wordsOnly(List<ActionKey> keys) {
    return keys.stream().map(ActionKey::wordsOnly).toList();
  }

  private boolean whole(HBox row, List<ActionKey> plain, List<ActionKey> primary) {
    return row.prefWidth(-1) + WholeLabels.PADDING * (plain.size() + primary.size())
        <= panel.live();
  }

  /// Draws the row so that no group that belongs together is broken; empty if there is no room for
  /// that.
  ///
  /// @param whole whether the labels of other keys than the primary are not broken at all
  /// @param first least width of the primary key
  private Optional<HBox> kept(
      List<ActionKey> plain, List<ActionKey> primary, boolean whole, double first) {
    List<ActionKey> keys = new ArrayList<>(plain);
    for (int cut = 0; cut <= plain.size(); cut++) {
      if (cut > 0) {
        keys.set(cut - 1, plain.get(cut - 1).wordsOnly());
      }
      List<Double> least = new ArrayList<>();
      keys.forEach(key -> least.add(least(key, sizes.least(), whole)));
      primary.forEach(key -> least.add(least(key, first, false)));
      double needed = least.stream().mapToDouble(each -> each).sum() + APART * (least.size() - 1);
      if (needed <= panel.live()) {
        HBox row = drawn(keys, primary);
        for (int at = 0; at < least.size(); at++) {
          ((Region) row.getChildren().get(at)).setMinWidth(least.get(at));
        }
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private double least(ActionKey key, double least, boolean whole) {
    double words = whole ? key.cap(type, pressed).prefWidth(-1) : key.least(type, Optional.empty());
    return Math.max(least, words + WholeLabels.PADDING);
  }

  private HBox drawn(List<ActionKey> plain, List<ActionKey> primary) {
    HBox row = Box.row(APART);
    row.setFillHeight(true);
    double height = primary.isEmpty() ? Tokens.KEY : Tokens.KEY_PRIMARY;
    double share =
        Math.floor((panel.live() - APART * (plain.size() - 1)) / Math.max(1, plain.size()));
    double least = plain.size() > 1 ? sizes.least() : sizes.leastAlone();
    for (ActionKey key : plain) {
      KeyCap drawn = key.cap(type, pressed).sized(least, height).tall();
      if (layout.keyRow().loneWordsWhole() && !look.chinese() && !key.words().contains(" ")) {
        drawn.whole();
      }
      if (primary.isEmpty()) {
        drawn.setPrefWidth(share);
      }
      Box.add(row, primary.isEmpty() ? Box.grow(drawn) : drawn);
    }
    for (ActionKey key : primary) {
      Box.add(
          row,
          Box.grow(
              key.quiet()
                  ? quietly(key, height)
                  : key.cap(type, pressed).sized(LEAST_PRIMARY, height).tall()));
    }
    return row;
  }
}
