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

/// A key: filled, with a thick lower edge. It acts on release inside it; sliding off cancels. With
/// a keyboard or keypad, Enter and Space act, on release too.
public final class KeyCap extends Region {
  private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

  private final Node content;
  private final Runnable action;
  private final Optional<Key> told;
  private boolean armed;
  private boolean ownAffair;
  private boolean loses;

  /// A keyboard key was pressed while this key had the focus, and was not released yet.
  private boolean held;

  /// @param content shown on the key
  /// @param words read aloud for the key
  public KeyCap(Node content, String words, Runnable action) {
    this(content, words, action, Optional.empty());
  }

  /// Creates a key that reports a known [Key] to the flow.
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

  /// Handles a keyboard key that goes down. A held key repeats this event; the action runs once, on
  /// release.
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

  /// Cancels the press if the key loses the focus.
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

  /// Makes it a low key, as wide as its words, for what is not the task.
  public KeyCap quiet(double height) {
    setMinHeight(height);
    return styled("small").whole();
  }

  /// Keeps it at least as wide as its content.
  public KeyCap whole() {
    setMinWidth(USE_PREF_SIZE);
    return this;
  }

  /// Marks a key that changes this screen before the flow hears of it, such as one that turns a
  /// page.
  public KeyCap ownAffair() {
    ownAffair = true;
    return this;
  }

  /// Whether pressing it does nothing but report to the flow.
  public boolean onlyTells() {
    return !ownAffair;
  }

  /// Marks a key by which something is lost; the focus never begins on it.
  public KeyCap losing() {
    loses = true;
    return this;
  }

  public boolean loses() {
    return loses;
  }

  /// Returns what it reports to the flow; empty if that is not known before it is pressed.
  public Optional<Key> told() {
    return told;
  }

  /// Lets it grow to the height of its row.
  public KeyCap tall() {
    setMaxHeight(Double.MAX_VALUE);
    return this;
  }

  /// Whether it does the same as another key: it reports the same to the flow. If neither reports a
  /// known [Key], the same words count.
  public boolean means(KeyCap other) {
    return told.equals(other.told)
        && (told.isPresent() || Objects.equals(getAccessibleText(), other.getAccessibleText()));
  }

  /// Ends a press without acting, because no finger is on the key any more.
  public void letGo() {
    arm(false);
  }

  /// Runs the action as if it had been pressed.
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

  /// Keys in a scene graph, in drawing order; the node itself if it is a key.
  public static List<KeyCap> under(Node node) {
    if (node instanceof KeyCap key) {
      return List.of(key);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(child -> under(child).stream()).toList()
        : List.of();
  }
}
