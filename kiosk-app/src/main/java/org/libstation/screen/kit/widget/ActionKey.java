package org.libstation.screen.kit.widget;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;

/// A key of the action zone; its words say the result.
///
/// @param iconAfter whether the icon stands behind the words, as an arrow that leads on
/// @param loses whether something is lost by it, so that one Enter too many must not press it
@RecordBuilder
public record ActionKey(
    String words, Optional<Icon> icon, boolean iconAfter, Rank rank, boolean loses, Key key)
    implements ActionKeyBuilder.With {

  /// Gap between icon and words.
  private static final double APART = 16;

  /// How strongly a key asks to be pressed.
  public enum Rank {
    /// The right next act; at most one on a screen.
    PRIMARY,
    USUAL,
    /// The choice that holds now, among several; pressing it changes nothing.
    CHOSEN,
    /// A way out while another act is next: small, and in the place of the primary key.
    QUIET
  }

  private static ActionKey ranked(Rank rank, String words, Key key) {
    return new ActionKey(words, Optional.empty(), false, rank, false, key);
  }

  public static ActionKey plain(String words, Key key) {
    return ranked(Rank.USUAL, words, key);
  }

  public static ActionKey plain(String words, Icon icon, Key key) {
    return plain(words, key).withIcon(Optional.of(icon));
  }

  public static ActionKey primary(String words, Key key) {
    return ranked(Rank.PRIMARY, words, key);
  }

  public static ActionKey primary(String words, Icon icon, boolean after, Key key) {
    return primary(words, key).with(made -> made.icon(icon).iconAfter(after));
  }

  public static ActionKey quiet(String words, Key key) {
    return ranked(Rank.QUIET, words, key);
  }

  public static ActionKey chosen(String words, Key key) {
    return ranked(Rank.CHOSEN, words, key);
  }

  public boolean primary() {
    return rank == Rank.PRIMARY;
  }

  public boolean quiet() {
    return rank == Rank.QUIET;
  }

  /// Most characters of a Chinese label that is never broken: the key's least width holds it in one
  /// line. A longer label may be broken into lines.
  private static final int ONE_LINE = 4;

  /// Returns this key; for use as a method reference.
  ActionKey itself() {
    return this;
  }

  /// Returns this key without its icon.
  public ActionKey wordsOnly() {
    return with(bare -> bare.icon(Optional.empty()).iconAfter(false));
  }

  /// Returns this key in the usual rank.
  ActionKey usual() {
    return withRank(Rank.USUAL);
  }

  /// Returns this key as one by which something is lost; the focus never begins on it.
  public ActionKey losing() {
    return withLoses(true);
  }

  /// Draws the key.
  public KeyCap cap(Type type, Consumer<Key> pressed) {
    return cap(type, pressed, Optional.empty());
  }

  /// Draws the key.
  ///
  /// @param role role of its words; empty = the usual one
  public KeyCap cap(Type type, Consumer<Key> pressed, Optional<Role> role) {
    Ink ink = ink(type.look());
    Writing label = label(type, role);
    HBox content = Box.row(APART);
    double px = type.look().px(Role.KEY_BIG);
    if (icon.isPresent() && !iconAfter) {
      Box.add(content, new IconView(icon.get(), px, ink));
    }
    Box.add(content, label);
    if (icon.isPresent() && iconAfter) {
      Box.add(content, new IconView(icon.get(), px, ink));
    }
    KeyCap drawn = KeyCap.telling(content, words, key, pressed);
    KeyCap ranked =
        switch (rank) {
          case PRIMARY -> drawn.styled("primary");
          case USUAL -> drawn;
          case CHOSEN -> drawn.styled("lit");
          case QUIET -> drawn.styled("small");
        };
    return loses ? ranked.losing() : ranked;
  }

  private Writing label(Type type, Optional<Role> role) {
    Role size = quiet() ? Role.CAPTION : role.orElse(primary() ? Role.KEY_BIG : Role.BODY);
    return type.write(size, true, ink(type.look()), words).centred();
  }

  /// Least width of icon and words if the words are broken wherever they may be, but never inside a
  /// group that belongs together.
  double least(Type type, Optional<Role> role) {
    double beside = icon.isPresent() ? type.look().px(Role.KEY_BIG) + APART : 0;
    Writing label = label(type, role);
    boolean oneLine = type.look().chinese() && words.codePointCount(0, words.length()) <= ONE_LINE;
    return (oneLine ? label.prefWidth(-1) : label.widestPart()) + beside;
  }

  private Ink ink(Look look) {
    return switch (rank) {
      case PRIMARY -> Ink.ON_ACTION;
      case USUAL, QUIET -> Ink.TEXT;
      case CHOSEN -> look.contrast() ? Ink.ON_STATE : Ink.ACTION;
    };
  }
}
