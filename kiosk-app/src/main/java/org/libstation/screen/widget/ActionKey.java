package org.libstation.screen.widget;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;

/// This is a key of the action zone, whose words say the result.
///
/// @param iconAfter the icon stands behind the words (an arrow that leads on)
/// @param loses something is lost by it: one Enter too many must not come to it
public record ActionKey(
    String words, Optional<Icon> icon, boolean iconAfter, boolean primary, boolean loses, Key key) {

  public static ActionKey plain(String words, Key key) {
    return new ActionKey(words, Optional.empty(), false, false, false, key);
  }

  public static ActionKey plain(String words, Icon icon, Key key) {
    return new ActionKey(words, Optional.of(icon), false, false, false, key);
  }

  public static ActionKey primary(String words, Key key) {
    return new ActionKey(words, Optional.empty(), false, true, false, key);
  }

  public static ActionKey primary(String words, Icon icon, boolean after, Key key) {
    return new ActionKey(words, Optional.of(icon), after, true, false, key);
  }

  ActionKey itself() {
    return this;
  }

  public ActionKey wordsOnly() {
    return new ActionKey(words, Optional.empty(), false, primary, loses, key);
  }

  /// The same, where something is lost by it: the focus never begins there.
  public ActionKey losing() {
    return new ActionKey(words, icon, iconAfter, primary, true, key);
  }

  /// The key as it is drawn.
  public KeyCap cap(Type type, Consumer<Key> pressed) {
    return cap(type, pressed, Optional.empty());
  }

  /// @param role another size than usual
  public KeyCap cap(Type type, Consumer<Key> pressed, Optional<Role> role) {
    Ink ink = primary ? Ink.ON_ACTION : Ink.TEXT;
    Role size = role.orElse(primary ? Role.KEY_BIG : Role.BODY);
    Writing label = type.write(size, true, ink, words).centred();
    HBox content = Box.row(16);
    double px = type.look().px(Role.KEY_BIG);
    if (icon.isPresent() && !iconAfter) {
      Box.add(content, new IconView(icon.get(), px, ink));
    }
    Box.add(content, label);
    if (icon.isPresent() && iconAfter) {
      Box.add(content, new IconView(icon.get(), px, ink));
    }
    KeyCap drawn = new KeyCap(content, words, () -> pressed.accept(key));
    if (primary) {
      drawn.styled("primary");
    }
    return loses ? drawn.losing() : drawn;
  }
}
