package org.libstation.screen.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.Key;

/// The anatomy of a patron's screen: header, session strip, stage, action zone, access bar; in the
/// low layout everything that can be pressed below the middle.
public final class Frame extends Region {
  private static final double PRACTICE = 60;
  private static final double KEY_PADDING = 56;
  private static final double NAME_BAR = 116;
  private static final double MIDDLE = Tokens.HEIGHT / 2;

  private final Type type;
  private final Bars bars;
  private final Consumer<Key> pressed;
  private final boolean low;

  private final VBox top = Box.column(0);
  private final StagePane stage;
  private final VBox actions = Box.column(24);
  private final VBox bottom = Box.column(0);
  private final Region middleRule = new Region();
  private final Ring ring;
  private @Nullable Node hero;
  private @Nullable Region controls;
  private @Nullable Region foot;
  private List<ActionKey> shown = List.of();
  private boolean reachKey;
  private boolean covered;

  public Frame(Type type, Voice voice, Consumer<Key> pressed) {
    this.type = type;
    this.pressed = pressed;
    this.low = type.look().low();
    this.bars = new Bars(type, voice, pressed);
    this.ring = new Ring(low ? 72 : 44);
    this.stage = new StagePane(20);
    middleRule.getStyleClass().add("mark-rule");
    middleRule.setVisible(low);
    actions.setSpacing(low ? 16 : 24);
    getStyleClass().add("frame");
    Box.padded(stage, low ? 14 : 26, Tokens.MARGIN, 12, Tokens.MARGIN);
    // Also the order in which it is read and in which the focus moves: the task first.
    getChildren().addAll(stage, middleRule, actions, top, bottom);
    Heard.as(Heard.Kind.ACTIONS, actions);
    Heard.as(Heard.Kind.BARS, top);
    Heard.as(Heard.Kind.BARS, bottom);
    setPrefSize(Tokens.WIDTH, Tokens.HEIGHT);
    setMinSize(Tokens.WIDTH, Tokens.HEIGHT);
    setMaxSize(Tokens.WIDTH, Tokens.HEIGHT);
  }

  /// Height of what stays when a sheet covers the stage.
  public double bottomHeight() {
    // Before it was drawn its keys have no padding yet.
    applyCss();
    return bottom.prefHeight(Tokens.WIDTH);
  }

  public boolean low() {
    return low;
  }

  public void chrome(Chrome chrome) {
    top.getChildren().clear();
    if (low) {
      top.getChildren().add(bars.nameBar(chrome, ring, NAME_BAR));
    } else {
      top.getChildren().add(bars.header(chrome, Tokens.HEADER));
    }
    chrome.practice().ifPresent(text -> top.getChildren().add(bars.practice(text, PRACTICE)));
    if (!low) {
      chrome
          .strip()
          .ifPresent(strip -> top.getChildren().add(bars.strip(strip, ring, Tokens.STRIP)));
    }
    reachKey = chrome.titlesKey();
    bottom.getChildren().setAll(low ? bars.lowBottom(chrome, reachKey) : bars.access());
    cover(covered);
    requestLayout();
  }

  /// A sheet lies over all but the header and what is at the foot: what is under it cannot take the
  /// focus.
  public void cover(boolean now) {
    covered = now;
    stage.setDisable(now);
    actions.setDisable(now);
    if (hero != null) {
      hero.setDisable(now);
    }
    for (int part = low ? 0 : 1; part < top.getChildren().size(); part++) {
      top.getChildren().get(part).setDisable(now);
    }
  }

  /// @param left part of the idle time that is left, 0 to 1
  public void ring(double left) {
    ring.left(left);
  }

  /// Stands between the header and the stage, full width; only in the usual layout.
  public void hero(Node picture) {
    hero = picture;
    getChildren().addFirst(picture);
  }

  public void stage(List<? extends Node> parts) {
    stage.show(parts);
  }

  /// What can be pressed besides the action keys: tiles, a keypad, the keys that turn pages.
  public void controls(Optional<? extends Region> node) {
    controls = node.orElse(null);
    arrange();
  }

  /// Quiet keys under everything else that can be pressed.
  public void foot(Optional<? extends Region> row) {
    foot = row.orElse(null);
    arrange();
  }

  public void actions(List<ActionKey> keys) {
    shown = keys;
    arrange();
  }

  private void arrange() {
    List<Node> rows = new ArrayList<>();
    if (controls != null) {
      rows.add(controls);
    }
    List<ActionKey> plain = shown.stream().filter(key -> !key.primary()).toList();
    List<ActionKey> primary = shown.stream().filter(ActionKey::primary).toList();
    if (low && controls != null) {
      // A keypad or the keys that turn pages leave room for one more row only.
      if (!shown.isEmpty()) {
        rows.add(row(shown, type.look().px(Role.BODY) * 1.9));
      }
    } else if (low) {
      // The quiet keys at the foot take some of their room.
      double less = foot == null ? 1 : 0.9;
      if (!plain.isEmpty()) {
        rows.add(row(plain, type.look().px(Role.BODY) * 1.9 * less));
      }
      if (!primary.isEmpty()) {
        rows.add(row(primary, type.look().px(Role.KEY_BIG) * 2 * less));
      }
    } else if (!shown.isEmpty()) {
      rows.add(oneRow(plain, primary));
    }
    if (foot != null) {
      rows.add(foot);
    }
    actions.getChildren().setAll(rows);
    requestLayout();
  }

  private HBox row(List<ActionKey> keys, double height) {
    HBox row = row(keys, height, ActionKey::itself);
    // Large text: the icons go before a word is broken.
    return row.prefWidth(-1) + KEY_PADDING * keys.size() <= Tokens.LIVE
        ? row
        : row(keys, height, ActionKey::wordsOnly);
  }

  private HBox row(List<ActionKey> keys, double height, UnaryOperator<ActionKey> form) {
    HBox row = Box.row(24);
    for (ActionKey key : keys) {
      row.getChildren()
          .add(
              Box.grow(
                  form.apply(key)
                      .cap(type, pressed)
                      .sized(Tokens.TARGET_MIN, Math.max(height, Tokens.KEY))
                      .tall()));
    }
    row.setFillHeight(true);
    return row;
  }

  private HBox oneRow(List<ActionKey> plain, List<ActionKey> primary) {
    HBox row = Box.row(24);
    row.setFillHeight(true);
    double height = primary.isEmpty() ? Tokens.KEY : Tokens.KEY_PRIMARY;
    double share =
        Math.floor((Tokens.LIVE - 24.0 * (plain.size() - 1)) / Math.max(1, plain.size()));
    double least = plain.size() > 1 ? 220 : 300;
    for (ActionKey key : plain) {
      KeyCap drawn = key.cap(type, pressed).sized(least, height).tall();
      if (primary.isEmpty()) {
        drawn.setPrefWidth(share);
      }
      row.getChildren().add(primary.isEmpty() ? Box.grow(drawn) : drawn);
    }
    for (ActionKey key : primary) {
      row.getChildren().add(Box.grow(key.cap(type, pressed).sized(300, height).tall()));
    }
    return row;
  }

  @Override
  protected void layoutChildren() {
    double topHeight = Math.ceil(top.prefHeight(Tokens.WIDTH));
    top.resizeRelocate(0, 0, Tokens.WIDTH, topHeight);
    double y = topHeight;
    if (hero != null) {
      hero.setVisible(!low);
      if (!low) {
        double heroHeight = hero.prefHeight(-1);
        hero.resizeRelocate(0, y, Tokens.WIDTH, heroHeight);
        y += heroHeight;
      }
    }
    double bottomHeight = Math.ceil(bottom.prefHeight(Tokens.WIDTH));
    bottom.resizeRelocate(0, Tokens.HEIGHT - bottomHeight, Tokens.WIDTH, bottomHeight);
    double actionWidth = Tokens.LIVE;
    double actionHeight =
        actions.getChildren().isEmpty() ? 0 : Math.ceil(actions.prefHeight(actionWidth));
    if (low) {
      middleRule.resizeRelocate(0, MIDDLE, Tokens.WIDTH, 6);
      stage.resizeRelocate(0, y, Tokens.WIDTH, MIDDLE - y);
      double room = Tokens.HEIGHT - bottomHeight - MIDDLE - 6;
      double above = Math.clamp((room - actionHeight - Tokens.TARGET_GAP) / 2, 0, 28);
      actions.resizeRelocate(Tokens.MARGIN, MIDDLE + 6 + above, actionWidth, actionHeight);
    } else {
      double end = Tokens.HEIGHT - bottomHeight - (actionHeight > 0 ? actionHeight + 24 : 0);
      actions.resizeRelocate(Tokens.MARGIN, end, actionWidth, actionHeight);
      stage.resizeRelocate(0, y, Tokens.WIDTH, end - y);
    }
  }
}
