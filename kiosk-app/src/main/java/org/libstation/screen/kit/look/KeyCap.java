package org.libstation.screen.kit.look;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Key;

/// What can be pressed: filled, with a thick lower edge. Acts on release inside; sliding off
/// cancels. With a keyboard or keypad: Enter and Space, on release too.
public final class KeyCap extends Region {
  private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

  private final Node content;
  private final Runnable action;
  private final Optional<Key> told;
  private boolean armed;
  private boolean ownAffair;
  private boolean loses;

  /// By a key of a keyboard that began here.
  private boolean held;

  /// @param words read out for the key; what stands on it
  public KeyCap(Node content, String words, Runnable action) {
    this(content, words, action, Optional.empty());
  }

  /// One of which is known, before it is pressed, what it tells the flow.
  public static KeyCap telling(Node content, String words, Key key, Consumer<Key> pressed) {
    return new KeyCap(content, words, () -> pressed.accept(key), Optional.of(key));
  }

  private KeyCap(Node content, String words, Runnable action, Optional<Key> told) {
    this.content = content;
    this.action = action;
    this.told = told;
    content.setMouseTransparent(true);
    getChildren().add(content);
    getStyleClass().add("key");
    setMinHeight(Tokens.KEY);
    setMinWidth(Tokens.TARGET_MIN);
    setMaxHeight(USE_PREF_SIZE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(words);
    addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> arm(true));
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> arm(contains(event.getX(), event.getY())));
    addEventHandler(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          boolean inside = armed && contains(event.getX(), event.getY());
          arm(false);
          if (inside) {
            action.run();
          }
        });
    addEventHandler(KeyEvent.KEY_PRESSED, this::down);
    addEventHandler(KeyEvent.KEY_RELEASED, this::up);
    focusedProperty().subscribe(this::slideOff);
  }

  /// A key that is held down comes again and again; it acts once, when it is let go.
  private void down(KeyEvent event) {
    if (acts(event)) {
      event.consume();
      held = true;
      arm(true);
    }
  }

  private void up(KeyEvent event) {
    if (acts(event)) {
      event.consume();
      boolean here = held;
      held = false;
      arm(false);
      if (here) {
        action.run();
      }
    }
  }

  private void slideOff(boolean focused) {
    if (!focused && held) {
      held = false;
      arm(false);
    }
  }

  private static boolean acts(KeyEvent event) {
    return event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
  }

  public KeyCap styled(String... classes) {
    getStyleClass().addAll(classes);
    return this;
  }

  public KeyCap sized(double minWidth, double minHeight) {
    setMinWidth(minWidth);
    setMinHeight(minHeight);
    return this;
  }

  /// For what is not the task: low, as wide as its words.
  public KeyCap quiet(double height) {
    setMinHeight(height);
    return styled("small").whole();
  }

  /// Never narrower than what stands on it.
  public KeyCap whole() {
    setMinWidth(USE_PREF_SIZE);
    return this;
  }

  /// It changes what this screen shows before the flow hears of it, such as a page that is turned.
  public KeyCap ownAffair() {
    ownAffair = true;
    return this;
  }

  /// Whether pressing it does nothing but tell the flow.
  public boolean onlyTells() {
    return !ownAffair;
  }

  /// Something is lost by it: the focus never begins there.
  public KeyCap losing() {
    loses = true;
    return this;
  }

  public boolean loses() {
    return loses;
  }

  /// What it tells the flow, as far as that is known.
  public Optional<Key> told() {
    return told;
  }

  /// As high as the row it stands in.
  public KeyCap tall() {
    setMaxHeight(Double.MAX_VALUE);
    return this;
  }

  /// Whether it does what another one does: it tells the flow the same, or has the same words where
  /// it is not known what it tells.
  public boolean means(KeyCap other) {
    return told.equals(other.told)
        && (told.isPresent() || Objects.equals(getAccessibleText(), other.getAccessibleText()));
  }

  /// No finger is on it any more; it does nothing by that.
  public void letGo() {
    arm(false);
  }

  /// As if it had been pressed.
  public void fire() {
    action.run();
  }

  private void arm(boolean now) {
    armed = now;
    pseudoClassStateChanged(ARMED, now);
  }

  @Override
  public @Nullable Orientation getContentBias() {
    return content.getContentBias();
  }

  @Override
  protected double computePrefWidth(double height) {
    Insets pad = getInsets();
    return Math.ceil(content.prefWidth(-1) + pad.getLeft() + pad.getRight());
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets pad = getInsets();
    double inner = width < 0 ? -1 : inner(width, pad);
    return Math.ceil(content.prefHeight(inner) + pad.getTop() + pad.getBottom());
  }

  private double inner(double width, Insets pad) {
    return Math.min(content.prefWidth(-1), width - pad.getLeft() - pad.getRight());
  }

  @Override
  protected void layoutChildren() {
    Insets pad = getInsets();
    layoutInArea(
        content,
        pad.getLeft(),
        pad.getTop(),
        getWidth() - pad.getLeft() - pad.getRight(),
        getHeight() - pad.getTop() - pad.getBottom(),
        0,
        null,
        false,
        false,
        HPos.CENTER,
        VPos.CENTER);
  }

  /// The keys of a picture, in the order in which they were put there; itself if it is one.
  public static List<KeyCap> under(Node node) {
    if (node instanceof KeyCap key) {
      return List.of(key);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(child -> under(child).stream()).toList()
        : List.of();
  }
}
