package org.libstation.lab.scenario;

import java.util.OptionalInt;
import org.libstation.lab.bench.Framebuffer;

/// The ring of the keyboard as a person sees it: ink, gamboge, ink around a key, on all four sides.
final class FocusRing {
  private static final int INK = 0x1C2127;
  private static final int GAMBOGE = 0xEBAE2D;

  /// Where a key stands between two pixels the rims are mixed with what lies beside.
  private static final int MOST_MIXED = 1;

  private static final int LEAST_INK = 2;
  private static final int LEAST_GAMBOGE = 4;
  private static final int MOST_GAMBOGE = 7;

  /// Of the two sides from the centre, which is told in whole pixels.
  private static final int OFF = 3;

  private FocusRing() {}

  static boolean around(Framebuffer screen, VisitorHand.ShownKey key) {
    return alike(way(screen, key, -1, 0), way(screen, key, 1, 0))
        && alike(way(screen, key, 0, -1), way(screen, key, 0, 1));
  }

  private static boolean alike(OptionalInt one, OptionalInt other) {
    return one.isPresent()
        && other.isPresent()
        && Math.abs(one.getAsInt() - other.getAsInt()) <= OFF;
  }

  /// How far it is from the centre to the first ring.
  private static OptionalInt way(
      Framebuffer screen, VisitorHand.ShownKey key, int stepX, int stepY) {
    int ink = 0;
    int inkBefore = 0;
    int gamboge = 0;
    int mixed = 0;
    int x = key.x();
    int y = key.y();
    for (int way = 0;
        x >= 0 && y >= 0 && x < screen.width() && y < screen.height();
        way++, x += stepX, y += stepY) {
      int colour = screen.at(x, y);
      if (colour == GAMBOGE) {
        inkBefore = gamboge == 0 || ink > 0 ? ink : inkBefore;
        gamboge = ink > 0 ? 1 : gamboge + 1;
        ink = 0;
        mixed = 0;
      } else if (colour == INK) {
        ink++;
        mixed = 0;
        if (ink == LEAST_INK
            && inkBefore >= LEAST_INK
            && gamboge >= LEAST_GAMBOGE
            && gamboge <= MOST_GAMBOGE) {
          return OptionalInt.of(way);
        }
      } else if (++mixed > MOST_MIXED) {
        ink = 0;
        inkBefore = 0;
        gamboge = 0;
      }
    }
    return OptionalInt.empty();
  }
}
