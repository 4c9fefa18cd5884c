package org.libstation.screen;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.typing.Awaited;

/// Lets a patron work the screen with a physical keyboard or keypad. Tab and arrows move the focus,
/// Enter and Space press, Escape leaves, digits type a PIN. The focus keeps its place when a screen
/// is drawn anew. The focus ring is drawn only while a keyboard is used, and a focus without a ring
/// never acts.
final class PhysicalKeys {
  private static final Set<KeyCode> ACTS = EnumSet.of(KeyCode.ENTER, KeyCode.SPACE);

  private final Region host;
  private final Supplier<List<KeyCap>> begins;
  private final Supplier<List<KeyCap>> keys;
  private final PhysicalKeyListener out;
  private final LongSupplier nanos;
  private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
  private final EventHandler<KeyEvent> onDown = this::down;
  private final EventHandler<KeyEvent> onUp = event -> down.remove(event.getCode());
  private final EventHandler<KeyEvent> onTyped = this::typed;
  private final EventHandler<InputMethodEvent> onInput = this::input;
  private final EventHandler<MouseEvent> onTouch = _ -> touched();
  private final ChangeListener<Node> onFocus = (_, _, now) -> focused(now);

  /// Whether the last input was a key.
  private boolean inUse;

  private AskedSigns asked = AskedSigns.NOTHING;
  private boolean dark;

  /// Whether the focus is moving through another key; it is then not reported.
  private boolean settling;

  /// Whether the ring is still where the screen began, with no key pressed since.
  private boolean untouched;

  /// The key to which the ring last moved by itself, and when. A double Enter must not press it.
  private @Nullable KeyCap placed;

  private long placedAt;

  /// Whether Enter confirms what was typed, wherever the ring is. True from a typed character until
  /// a person moves the ring, touches the screen or confirms.
  private boolean confirms;

  private Key escape = new Key.Leave();

  /// Receives what a keyboard does.
  ///
  /// @param pressed takes a key of the screen
  /// @param event takes an event that is no key of the screen
  /// @param acted called at each key or touch, because somebody is there
  /// @param ringed takes the key of the screen that got the ring
  record PhysicalKeyListener(
      Consumer<Key> pressed, Consumer<FlowEvent> event, Runnable acted, Consumer<KeyCap> ringed) {}

  /// A key that had the focus, and its words, because the key may have been drawn anew.
  record Spot(KeyCap key, @Nullable String words) {
    private Optional<Key.ToThings> deed() {
      return PhysicalKeys.deed(key);
    }
  }

  /// @param begins candidates for the focus when no key has it, best first
  /// @param keys all keys, in reading order
  /// @param nanos monotonic clock
  PhysicalKeys(
      Region host,
      Supplier<List<KeyCap>> begins,
      Supplier<List<KeyCap>> keys,
      PhysicalKeyListener out,
      LongSupplier nanos) {
    this.nanos = nanos;
    this.host = host;
    this.begins = begins;
    this.keys = keys;
    this.out = out;
    host.sceneProperty().subscribe(this::moved);
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removeEventFilter(KeyEvent.KEY_PRESSED, onDown);
      before.removeEventFilter(KeyEvent.KEY_RELEASED, onUp);
      before.removeEventFilter(KeyEvent.KEY_TYPED, onTyped);
      before.removeEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, onInput);
      before.removeEventFilter(MouseEvent.MOUSE_PRESSED, onTouch);
      before.focusOwnerProperty().removeListener(onFocus);
    }
    if (now != null) {
      now.addEventFilter(KeyEvent.KEY_PRESSED, onDown);
      now.addEventFilter(KeyEvent.KEY_RELEASED, onUp);
      now.addEventFilter(KeyEvent.KEY_TYPED, onTyped);
      now.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, onInput);
      now.addEventFilter(MouseEvent.MOUSE_PRESSED, onTouch);
      now.focusOwnerProperty().addListener(onFocus);
    }
  }

  private Optional<KeyCap> first() {
    return begins.get().stream().findFirst();
  }

  private void focused(@Nullable Node now) {
    if (inUse && !settling && now instanceof KeyCap key && reachable(key)) {
      out.ringed().accept(key);
    }
  }

  /// Returns the key with the visible ring; empty while no keyboard is used.
  Optional<Spot> ringed() {
    return inUse ? spot() : Optional.empty();
  }

  /// Sets the meaning of Escape on this screen.
  void escape(Key meaning) {
    escape = meaning;
  }

  /// Sets the characters that the screen asks for.
  void asked(AskedSigns signs) {
    confirms &= asked == signs;
    asked = signs;
  }

  /// Returns the kind of input that is accepted now; nothing while the screen is black.
  Awaited awaited() {
    return dark ? Awaited.NOTHING : asked.awaited();
  }

  private void typed(KeyEvent event) {
    if (asked.letters() && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown()) {
      letters(event.getCharacter());
    }
  }

  private void input(InputMethodEvent event) {
    if (asked.letters()) {
      letters(event.getCommitted());
    }
  }

  /// Takes characters from a keyboard or an input method; full-width letters and digits count too.
  private void letters(String typed) {
    List<? extends Key> letters = asked == AskedSigns.TEXT ? signs(typed) : Key.Letter.of(typed);
    letters.forEach(out.pressed());
    if (!letters.isEmpty()) {
      confirmNext();
    }
  }

  /// Makes Enter send what was typed. The ring follows to that key, which may be drawn later.
  private void confirmNext() {
    confirms = true;
    first().ifPresent(this::focus);
  }

  /// Returns all printable characters; the space arrives as a key and is left out.
  private static List<Key.Sign> signs(String typed) {
    return typed
        .chars()
        .filter(sign -> !Character.isISOControl(sign) && sign != ' ')
        .mapToObj(sign -> new Key.Sign((char) sign))
        .toList();
  }

  /// @param black whether the screen is black; any key then only lights it
  void dark(boolean black) {
    dark = black;
  }

  /// Hides the ring until the next key, for example after a visit.
  void forget() {
    inUse = false;
    confirms = false;
  }

  private void touched() {
    inUse = false;
    confirms = false;
    out.acted().run();
    // A window that lost the keyboard never received the release.
    down.clear();
  }

  private void down(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean again = !down.add(code);
    Optional<Boolean> headphone = headphone(code);
    if (headphone.isPresent()) {
      event.consume();
      out.event().accept(new FlowEvent.HeadphoneChanged(headphone.get()));
      return;
    }
    if (dark) {
      event.consume();
      out.pressed().accept(new Key.Stay());
      return;
    }
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      // A shortcut of the desktop or window manager: it neither moves nor presses anything.
      event.consume();
      return;
    }
    out.acted().run();
    boolean seen = inUse && spot().isPresent();
    inUse = true;
    untouched = false;
    boolean moves = code == KeyCode.TAB || code.isArrowKey();
    confirms &= !moves;
    Optional<Key> key = again ? Optional.empty() : key(event, seen);
    if (seen && ACTS.contains(code) && isHasty()) {
      event.consume();
    } else if (key.isPresent()) {
      event.consume();
      if (key.get() instanceof Key.Typing) {
        confirmNext();
      } else if (key.get() instanceof Key.Confirm) {
        confirms = false;
      }
      out.pressed().accept(key.get());
    } else if (again && !moves) {
      event.consume();
    } else if (!seen && (moves || ACTS.contains(code))) {
      event.consume();
      (moves ? first().or(this::foremost) : first()).ifPresent(this::focus);
    } else if (code.isArrowKey()) {
      event.consume();
      move(code == KeyCode.DOWN || code == KeyCode.RIGHT ? 1 : -1);
    }
  }

  /// Returns the first key that does not change the language; used if only the bars have keys.
  private Optional<KeyCap> foremost() {
    return keys.get().stream()
        .filter(PhysicalKeys::reachable)
        .filter(key -> SpeechMark.language(key).isEmpty())
        .findFirst();
  }

  /// Moves the ring in reading order, in a circle. JavaFX moves by position and misses some keys,
  /// and a blind patron knows no position.
  private void move(int by) {
    List<KeyCap> all = keys.get().stream().filter(PhysicalKeys::reachable).toList();
    Optional<KeyCap> now = spot().map(Spot::key);
    if (now.isPresent() && !all.isEmpty()) {
      focus(all.get(Math.floorMod(all.indexOf(now.get()) + by, all.size())));
    }
  }

  /// Returns the key of the screen that a key of the keyboard stands for.
  ///
  /// @param seen whether a key of the screen has the ring; Enter is then for that key unless
  ///   something was just typed
  private Optional<Key> key(KeyEvent event, boolean seen) {
    KeyCode code = event.getCode();
    if (event.isShiftDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return Optional.empty();
    }
    if (code == KeyCode.ESCAPE) {
      return Optional.of(escape);
    }
    if (asked == AskedSigns.TEXT && code == KeyCode.SPACE) {
      return Optional.of(new Key.Sign(' '));
    }
    if (speaking(code).isPresent()) {
      return speaking(code);
    }
    if (asked == AskedSigns.PIN && code.isDigitKey()) {
      // DIGIT5 or NUMPAD5.
      String name = code.name();
      return Optional.of(new Key.Digit(name.charAt(name.length() - 1) - '0'));
    }
    if (asked != AskedSigns.NOTHING && code == KeyCode.BACK_SPACE) {
      return Optional.of(new Key.Erase());
    }
    return asked != AskedSigns.NOTHING
            && (confirms ? ACTS.contains(code) : !seen && code == KeyCode.ENTER)
        ? Optional.of(new Key.Confirm())
        : Optional.empty();
  }

  /// Returns the speech key for a key of a keypad; these work without sight, on every screen.
  private static Optional<Key> speaking(KeyCode code) {
    return switch (code) {
      case MULTIPLY, ASTERISK, STAR, F2 -> Optional.of(new Key.SayAgain());
      case ADD, PLUS, VOLUME_UP -> Optional.of(new Key.Louder());
      case SUBTRACT, MINUS, VOLUME_DOWN -> Optional.of(new Key.Softer());
      case DIVIDE, F4 -> Optional.of(new Key.SayReceipt());
      default -> Optional.empty();
    };
  }

  /// Returns whether a headphone plug went in or out; keypads with a socket type F15 or F16 for it.
  private static Optional<Boolean> headphone(KeyCode code) {
    return switch (code) {
      case F15 -> Optional.of(true);
      case F16 -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// Returns where the focus is; empty when no key that can be pressed has it.
  Optional<Spot> spot() {
    Scene scene = host.getScene();
    return scene != null && scene.getFocusOwner() instanceof KeyCap key && reachable(key)
        ? Optional.of(new Spot(key, key.getAccessibleText()))
        : Optional.empty();
  }

  /// Whether the ring can go back to its former key; also true when no ring is drawn.
  boolean isThere(Optional<Spot> former, List<KeyCap> keys) {
    return !inUse || former.isEmpty() || again(former.get(), keys).isPresent();
  }

  /// Places the focus after a screen was drawn.
  ///
  /// @param former where the focus was, if it may go back there
  /// @param keys all keys of the new screen
  void settle(Optional<Spot> former, List<KeyCap> keys) {
    if (host.getScene() == null) {
      return;
    }
    if (inUse && untouched) {
      // The primary key may have appeared only now.
      first()
          .filter(key -> key.getStyleClass().contains("primary") && !key.isFocused())
          .ifPresent(this::place);
    } else if (inUse && confirms) {
      first()
          .filter(key -> key.getStyleClass().contains("primary") && !key.isFocused())
          .ifPresent(this::focus);
    }
    if (spot().isPresent()) {
      return;
    }
    Optional<KeyCap> again = former.flatMap(spot -> again(spot, keys));
    boolean done = again.isEmpty() && former.flatMap(Spot::deed).isPresent();
    untouched = !done && (again.isEmpty() || untouched);
    again
        .or(() -> inUse ? (done ? harmless() : first()) : Optional.empty())
        // Otherwise JavaFX would focus the next node it finds.
        .ifPresentOrElse(this::place, host::requestFocus);
  }

  private void place(KeyCap key) {
    placed = key;
    placedAt = nanos.getAsLong();
    focus(key);
  }

  /// Whether the ring has only just moved by itself to a key that pays or stops a payment.
  private boolean isHasty() {
    KeyCap at = spot().map(Spot::key).orElse(null);
    return at != null
        && Objects.equals(at, placed)
        && at.told().filter(it -> it instanceof Key.Pay || it instanceof Key.StopPaying).isPresent()
        && nanos.getAsLong() - placedAt < SecondStrike.WAIT.toNanos();
  }

  /// Returns a key for the focus after something was done to an item. A second Enter must not act
  /// on another item.
  private Optional<KeyCap> harmless() {
    return begins.get().stream().filter(key -> deed(key).isEmpty()).findFirst();
  }

  private static Optional<Key.ToThings> deed(KeyCap key) {
    return key.told().filter(Key.ToThings.class::isInstance).map(Key.ToThings.class::cast);
  }

  /// Finds the former key again by its words. A key that acts on an item must be for the same item.
  private static Optional<KeyCap> again(Spot spot, List<KeyCap> keys) {
    return reachable(spot.key())
        ? Optional.of(spot.key())
        : keys.stream()
            .filter(PhysicalKeys::reachable)
            .filter(key -> spot.words() != null)
            .filter(
                key ->
                    spot.deed().isPresent()
                        ? deed(key).equals(spot.deed())
                        : Objects.equals(key.getAccessibleText(), spot.words()))
            .findFirst();
  }

  /// Whether a key can take the focus.
  static boolean reachable(KeyCap key) {
    if (key.getScene() == null || key.isDisabled()) {
      return false;
    }
    for (Node at = key; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /// Focuses a key, with the ring if the keyboard is in use.
  void focus(KeyCap key) {
    settling = true;
    ring(key);
    settling = false;
    focused(key.getScene().getFocusOwner());
  }

  private void ring(KeyCap key) {
    key.requestFocus();
    if (inUse && !key.isFocusVisible()) {
      // JavaFX draws the ring only if the focus came by a key.
      key.requestFocusTraversal(TraversalDirection.NEXT);
      Node beside = key.getScene().getFocusOwner();
      if (beside != null && !Objects.equals(beside, key)) {
        beside.requestFocusTraversal(TraversalDirection.PREVIOUS);
      }
      if (!Objects.equals(key.getScene().getFocusOwner(), key)) {
        key.requestFocus();
      }
    }
  }
}
