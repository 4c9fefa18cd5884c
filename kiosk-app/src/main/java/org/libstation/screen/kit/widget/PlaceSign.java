package org.libstation.screen.kit.widget;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;

/// The circled letter of a place. The picture and the real trolley bear the same letter.
public final class PlaceSign extends StackPane {

  /// Size at step 4 of a small panel.
  private static final double LARGE_PX = 84;

  /// Size in a low column.
  private static final double SMALL_PX = 33;

  /// Size beside words, as a multiple of their size.
  private static final double IN_LINE = 1.3;

  /// A thin line, which leaves the letter room.
  private static final double SMALL_STROKE = 2.5;

  /// Greatest size of the letter, as a share of the ring's width.
  private static final double LETTER = 0.82;

  /// @param letter `A` returned items, `B` shelf of reserved items, `C` desk of the staff
  public record PlaceSignWords(String letter, Ink ink) {}

  public static final PlaceSignWords TROLLEY = new PlaceSignWords("A", Ink.DONE);
  public static final PlaceSignWords RESERVED = new PlaceSignWords("B", Ink.WAIT);
  public static final PlaceSignWords STAFF = new PlaceSignWords("C", Ink.ASK);

  /// Number of a row whose key stands elsewhere.
  static PlaceSign number(Type type, int number) {
    return PlaceSign.of(type, new PlaceSignWords(Integer.toString(number), Ink.TEXT));
  }

  /// Returns that number before the words of the key; the ring shows that it is no count.
  static PlaceSign numberInLine(Type type, int number) {
    return inLine(type, new PlaceSignWords(Integer.toString(number), Ink.TEXT));
  }

  public static PlaceSign of(Type type, PlaceSignWords words) {
    return type.look().tells()
        ? new PlaceSign(type, words, LARGE_PX, Role.CAPTION)
        : new PlaceSign(type, words, type.look().metrics().lists().signs().place(), Role.FIGURE);
  }

  /// Returns a sign beside words at step 1.
  static PlaceSign small(Type type, PlaceSignWords words) {
    return new PlaceSign(type.atStep(1), words, SMALL_PX, Role.CAPTION);
  }

  /// Returns a sign as high as the line of words in which it stands.
  static PlaceSign inLine(Type type, PlaceSignWords words) {
    return new PlaceSign(
        type, words, Math.rint(type.look().px(Role.CAPTION) * IN_LINE), Role.CAPTION);
  }

  private PlaceSign(Type type, PlaceSignWords words, double px, Role role) {
    Circle ring = new Circle(px / 2 - (px > SMALL_PX ? 3 : SMALL_STROKE / 2));
    ring.setStrokeWidth(px > SMALL_PX ? 5 : SMALL_STROKE);
    ring.getStyleClass().addAll("fill-surface", words.ink().stroke());
    Type fitting =
        type.fitting(
            type.look().step(), written -> written, each -> each.look().px(role) <= px * LETTER);
    getChildren()
        .addAll(ring, fitting.figure(role, words.ink(), words.letter()).oneLine().centred());
    Box.fixed(this, px, px);
  }
}
