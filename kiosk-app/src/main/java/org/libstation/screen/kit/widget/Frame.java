package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.AroundMetrics;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.FrameLayout;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.words.Voice;

/// The frame of a patron's screen: header, session strip, stage, action zone, access bar. A lying
/// panel has one header row and, beside the stage, a column with the hand picture and the keys. In
/// the low layout all keys lie below the middle.
public final class Frame extends Region {
  private static final double RULE = 6;

  private final Type type;
  private final AroundMetrics.StageMetrics sizes;
  private final FrameLayout layout;
  private final Consumer<Key> pressed;
  private final Panel panel;
  private final Surround bars;
  private final boolean low;
  private final boolean split;

  /// In large text the hand picture stands between the middle and the keys, so that the upper half
  /// is for words.
  private final boolean handsBelow;

  private final VBox top = Box.column(0);
  private final StagePane stage;
  private final StagePane aside;
  private final VBox actions = Box.column(24);
  private final VBox bottom = Box.column(0);
  private final Region middleRule = new Region();
  private final Ring ring;
  private final DrawnBefore<Object, Node> heads = new DrawnBefore<>();
  private final DrawnBefore<String, Node> bands = new DrawnBefore<>();
  private final DrawnBefore<Object, Node> feet = new DrawnBefore<>();
  private @Nullable Node hero;
  private @Nullable Region controls;
  private @Nullable Region foot;
  private List<ActionKey> shown = List.of();

  /// Text step of the action keys: smaller than the screen's if they would not fit.
  private int keyStep;

  /// Low layout: the primary key has its full size.
  private boolean roomy = true;

  private boolean covered;

  /// The hand picture stands below the middle.
  private boolean hand;

  public Frame(Type type, Voice voice, Consumer<Key> pressed) {
    this(type, voice, pressed, type.look().split());
  }

  /// Creates a frame of one column on a lying panel too: stage above, keys below.
  public static Frame whole(Type type, Voice voice, Consumer<Key> pressed) {
    return new Frame(type, voice, pressed, false);
  }

  private Frame(Type type, Voice voice, Consumer<Key> pressed, boolean split) {
    this.type = type;
    this.sizes = type.look().metrics().around().stage();
    this.panel = type.look().panel();
    this.layout = type.look().layouts().frame();
    this.low = layout.keys().belowMiddle();
    this.split = split;
    this.handsBelow = type.look().large() && layout.handBelow();
    this.pressed = pressed;
    this.keyStep = type.look().step();
    Bars keys = new Bars(type, voice, pressed);
    this.bars =
        switch (layout.bars()) {
          case UPRIGHT -> keys;
          case UPRIGHT_LOW -> new LowBars(type, keys, voice, pressed);
          case WIDE -> new WideBars(type, keys, false);
          case WIDE_LOW -> new WideBars(type, keys, true);
        };
    this.ring = new Ring(sizes.ring());
    double gap = sizes.partsApart();
    this.stage = new StagePane(gap);
    this.aside = new StagePane(gap);
    middleRule.getStyleClass().add("mark-rule");
    middleRule.setVisible(low);
    actions.setSpacing(sizes.keysApart());
    getStyleClass().add("frame");
    padded();
    // This is also the order for reading aloud and for the focus: the task first.
    getChildren().addAll(stage, aside, middleRule, actions, top, bottom);
    SpeechMark.as(SpeechMark.NodeRole.ACTIONS, actions);
    SpeechMark.as(SpeechMark.NodeRole.BARS, top);
    SpeechMark.as(SpeechMark.NodeRole.BARS, bottom);
    Box.fixed(this, panel.width(), panel.height());
  }

  private void padded() {
    double above = sizes.above();
    double sides = split ? 0 : panel.margin();
    Box.padded(stage, above, sides, 12, sides);
    Box.padded(aside, above, 0, 12, 0);
  }

  /// Height of what stays visible when a sheet covers the stage.
  public double bottomHeight() {
    // Before they are drawn the keys have no padding.
    applyCss();
    return bottom.prefHeight(panel.width());
  }

  /// Shows the bars.
  public void chrome(Chrome chrome) {
    List<Node> above = new ArrayList<>();
    above.add(heads.one(bars.headFrom(chrome), _ -> bars.head(chrome, ring)));
    chrome
        .practice()
        .ifPresent(
            text -> above.add(bands.one(text, words -> bars.practice(words, sizes.practice()))));
    bars.strip(chrome, ring).ifPresent(above::add);
    Box.hold(top.getChildren(), above);
    Box.hold(
        bottom.getChildren(), List.of(feet.one(bars.footFrom(chrome), _ -> bars.foot(chrome))));
    cover(covered);
    requestLayout();
  }

  /// Disables what lies under a sheet, so that it cannot take the focus. A sheet covers everything
  /// except the header and the foot.
  public void cover(boolean now) {
    covered = now;
    stage.setDisable(now);
    aside.setDisable(now);
    actions.setDisable(now);
    bars.cover(now);
    if (hero != null) {
      hero.setDisable(now);
    }
    for (int part = low ? 0 : 1; part < top.getChildren().size(); part++) {
      top.getChildren().get(part).setDisable(now);
    }
  }

  /// Shows the time left.
  ///
  /// @param left share of the idle time that is left, 0 to 1
  public void ring(double left) {
    ring.left(left);
  }

  /// Sets the picture between header and stage, over the full width. Only the usual upright layout
  /// shows it.
  public void hero(Node picture) {
    hero = picture;
    getChildren().addFirst(picture);
  }

  public void stage(List<? extends Node> parts) {
    stage(parts, List.of());
  }

  /// Shows the parts of the stage.
  ///
  /// @param beside parts beside the stage on a lying panel, else below the others
  public void stage(List<? extends Node> parts, List<? extends Node> beside) {
    if (split) {
      stage.show(parts);
      aside.show(beside);
    } else {
      List<Node> all = new ArrayList<>(parts);
      all.addAll(beside);
      stage.show(all);
    }
  }

  /// Whether the hand picture stands between the middle and the keys, where nothing else is.
  public boolean handsBelow() {
    return handsBelow;
  }

  /// Shows the hand picture in that place; without such a place does nothing.
  public void hand(List<? extends Node> picture) {
    if (!handsBelow) {
      return;
    }
    aside.show(picture);
    hand = !picture.isEmpty();
    requestLayout();
  }

  /// Height of the stage inside its padding if no keys stand below it.
  public double room() {
    double end =
        low ? panel.middle() : panel.height() - Math.ceil(bottom.prefHeight(panel.width()));
    return end
        - Math.ceil(top.prefHeight(panel.width()))
        - stage.getPadding().getTop()
        - stage.getPadding().getBottom();
  }

  /// Same height above the keys that stand there now.
  public double roomAboveKeys() {
    double keys = height(panel.live());
    return low || split || keys == 0 ? room() : room() - keys - sizes.aboveKeys();
  }

  /// Sets other keys than the action keys: tiles, a keypad, the keys that turn pages.
  public void controls(Optional<? extends Region> node) {
    controls = node.orElse(null);
    arrange();
  }

  /// Sets quiet keys under all others.
  public void foot(Optional<? extends Region> row) {
    foot = row.orElse(null);
    arrange();
  }

  /// Shows the action keys.
  public void actions(List<ActionKey> keys) {
    shown = keys;
    // Beside other keys in a column they have the size of those.
    Look look = type.look();
    keyStep = (controls == null ? look : look.beside()).step();
    roomy = true;
    arrange();
  }

  private void arrange() {
    List<Node> rows = new ArrayList<>();
    if (controls != null) {
      rows.add(controls);
    }
    rows.addAll(zone().rows(shown, controls != null, foot != null, roomy));
    if (foot != null) {
      rows.add(foot);
    }
    actions.getChildren().setAll(rows);
    requestLayout();
  }

  private ActionZone zone() {
    return new ActionZone(new Type(type.look().atStep(keyStep)), split, pressed);
  }

  /// Height of the action keys. Their words get smaller before a key lacks room or a word is
  /// broken.
  private double keysHeight(double width, double most) {
    double height = height(width);
    int words = keyStep;
    while (low && roomy && height > most) {
      // Try words one step smaller before a key that is smaller than at step 1.
      roomy = keyStep > 1 && keyStep == words && shrinks();
      keyStep = roomy ? words - 1 : words;
      height = drawnAnew(width);
    }
    while (keyStep > 1
        && shrinks()
        && (height > most || zone().breaks(shown, controls != null, roomy))) {
      keyStep--;
      height = drawnAnew(width);
    }
    return height;
  }

  /// Draws the action keys anew and restores the focus.
  private double drawnAnew(double width) {
    int focused = focused();
    arrange();
    actions.applyCss();
    if (focused >= 0) {
      actionKeys().get(focused).requestFocus();
    }
    return height(width);
  }

  private boolean shrinks() {
    return type.look().large() && layout.keysShrink();
  }

  private int focused() {
    List<KeyCap> keys = actionKeys();
    return keys.stream().filter(Node::isFocused).findFirst().map(keys::indexOf).orElse(-1);
  }

  private List<KeyCap> actionKeys() {
    List<KeyCap> keys = new ArrayList<>();
    for (Node row : actions.getChildren()) {
      if (!row.equals(controls) && !row.equals(foot)) {
        keys.addAll(KeyCap.under(row));
      }
    }
    return keys;
  }

  private double height(double width) {
    return actions.getChildren().isEmpty() ? 0 : Math.ceil(actions.prefHeight(width));
  }

  @Override
  protected void layoutChildren() {
    double width = panel.width();
    double topHeight = Math.ceil(top.prefHeight(width));
    top.resizeRelocate(0, 0, width, topHeight);
    double y = topHeight + layHero(topHeight);
    double bottomHeight = Math.ceil(bottom.prefHeight(width));
    double end = panel.height() - bottomHeight;
    bottom.resizeRelocate(0, end, width, bottomHeight);
    double keysWidth = low || !split ? panel.live() : type.look().aside();
    double keysHeight = keysHeight(keysWidth, mostForKeys(y, end));
    if (low) {
      double middle = panel.middle();
      middleRule.resizeRelocate(0, middle, width, RULE);
      double room = end - middle - RULE;
      double above =
          hand
              ? room - keysHeight - Tokens.TARGET_GAP
              : Math.clamp((room - keysHeight - Tokens.TARGET_GAP) / 2, 0, 28);
      actions.resizeRelocate(panel.margin(), middle + RULE + above, keysWidth, keysHeight);
      if (hand) {
        aside.resizeRelocate(panel.margin(), middle + RULE, panel.live(), above);
      }
      layStage(y, middle, middle);
    } else {
      double gap = sizes.aboveKeys();
      double keys = end - (keysHeight > 0 ? keysHeight + gap : 0);
      actions.resizeRelocate(split ? asideX() : panel.margin(), keys, keysWidth, keysHeight);
      layStage(y, split ? end : keys, keys);
    }
  }

  /// Height that the parts which must be seen leave for the keys.
  private double mostForKeys(double y, double end) {
    if (low) {
      return end - panel.middle() - RULE - Tokens.TARGET_GAP;
    }
    StagePane over = split ? aside : stage;
    double least = over.least(split ? type.look().aside() : panel.live());
    Insets pad = over.getPadding();
    return end - y - Math.max(0, least) - pad.getTop() - pad.getBottom() - 24;
  }

  private double layHero(double y) {
    if (hero == null) {
      return 0;
    }
    hero.setVisible(layout.hero());
    if (!layout.hero()) {
      return 0;
    }
    double height = hero.prefHeight(-1);
    hero.resizeRelocate(0, y, panel.width(), height);
    return height;
  }

  private void layStage(double y, double end, double asideEnd) {
    if (!split) {
      stage.resizeRelocate(0, y, panel.width(), end - y);
      return;
    }
    Look look = type.look();
    double x = panel.margin() + (panel.handLeft() ? look.aside() + panel.gutter() : 0);
    stage.resizeRelocate(x, y, look.list(), end - y);
    aside.resizeRelocate(asideX(), y, look.aside(), asideEnd - y);
  }

  private double asideX() {
    return panel.handLeft() ? panel.margin() : panel.width() - panel.margin() - type.look().aside();
  }
}
