package org.libstation.screen.typing;

import java.time.Duration;

/// Measures how fast keys came, to decide whether a hand or a scanner typed them.
///
/// JavaFX gives no time for a key; only the moment of its handling is known. A key that was handled
/// late was struck between the last moment with an empty queue and its handling. Scanners type a
/// key in 1 to 30 ms, a fast hand takes 60 ms or more. All times are monotonic, in ns.
final class KeyPace {
  /// Longest gap within a scan: a longer one separates keys of a hand, if the FX thread was not
  /// blocked.
  static final Duration GAP = Duration.ofMillis(50);

  /// Longest average time for a scanner's key.
  static final Duration SCANNER = Duration.ofMillis(40);

  /// Shortest average time for a hand's key.
  static final Duration HAND = Duration.ofMillis(60);

  /// Longest average time for a scanner's key where the text may be a PIN. Hands that type a PIN
  /// reach 20 ms.
  static final Duration QUICK = Duration.ofMillis(15);

  /// The FX thread was blocked if the last moment with an empty queue is longer ago than this.
  static final Duration STALE = Duration.ofMillis(80);

  /// With fewer strokes the pace says nothing.
  static final int FEWEST = 4;

  private final long unseen;
  private final long first;
  private long last;
  private int moves = 1;
  private int strokes;
  private boolean heldUp;

  /// Who typed.
  enum Typist {
    SCANNER,
    HAND,
    /// The FX thread was blocked so long that a hand may have typed these keys meanwhile.
    DOUBT
  }

  /// Starts at the first key.
  ///
  /// @param quiet last moment at which no key waited
  KeyPace(long quiet, long now) {
    heldUp = now - quiet > STALE.toNanos();
    unseen = heldUp ? now - quiet : 0;
    first = now;
    last = now;
  }

  /// Records that another key was pressed, or Shift released.
  void moved(long now) {
    heldUp |= now - last > GAP.toNanos();
    last = now;
    moves++;
  }

  /// Records a key with a printable character, or one that ends a code.
  void struck() {
    strokes++;
  }

  int strokes() {
    return strokes;
  }

  /// Returns who typed the keys; a hand if there are fewer than [#FEWEST] strokes.
  ///
  /// @param brief whether the keys may be a PIN or another short entry that the screen asks for
  Typist verdict(boolean brief) {
    if (strokes < FEWEST) {
      return Typist.HAND;
    }
    long span = last - first;
    if (heldUp) {
      // Even over the longest possible time no hand strikes so many keys.
      return span + unseen <= (brief ? QUICK : HAND).toNanos() * (strokes - 1)
          ? Typist.SCANNER
          : Typist.DOUBT;
    }
    return span <= (brief ? QUICK : SCANNER).toNanos() * (moves - 1) ? Typist.SCANNER : Typist.HAND;
  }
}
