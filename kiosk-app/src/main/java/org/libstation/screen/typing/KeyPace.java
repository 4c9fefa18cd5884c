package org.libstation.screen.typing;

import java.time.Duration;

/// How fast keys came, and whether a hand can have struck them.
///
/// The toolkit tells no time of a key: all that is known is when it was handled. A key that was
/// handled late was struck between the last moment at which nothing waited and its handling.
/// Scanners type a key in 1 to 30 ms, a fast hand takes 60 and more. All times are monotonic, in
/// ns.
final class KeyPace {
  /// A gap that is longer divides a hand's keys, as long as nobody was held up.
  static final Duration GAP = Duration.ofMillis(50);

  /// What a scanner's keys take at most, on average.
  static final Duration SCANNER = Duration.ofMillis(40);

  /// What a hand's keys take at least, on average.
  static final Duration HAND = Duration.ofMillis(60);

  /// The scene was held up when the last quiet moment lies further back than this.
  static final Duration STALE = Duration.ofMillis(80);

  /// Fewer strokes are told nothing by.
  static final int FEWEST = 4;

  private final long unseen;
  private final long first;
  private long last;
  private int moves = 1;
  private int strokes;
  private boolean heldUp;

  enum Typist {
    SCANNER,
    HAND,
    /// The scene was held up for so long that a hand can have struck them meanwhile.
    DOUBT
  }

  /// At the first key.
  ///
  /// @param quiet when nothing waited last
  KeyPace(long quiet, long now) {
    heldUp = now - quiet > STALE.toNanos();
    unseen = heldUp ? now - quiet : 0;
    first = now;
    last = now;
  }

  /// Another key went down, or a Shift went up.
  void moved(long now) {
    heldUp |= now - last > GAP.toNanos();
    last = now;
    moves++;
  }

  /// The key has a sign on it, or ends a code.
  void struck() {
    strokes++;
  }

  int strokes() {
    return strokes;
  }

  Typist verdict() {
    if (strokes < FEWEST) {
      return Typist.HAND;
    }
    long span = last - first;
    if (heldUp) {
      // At the longest: no hand strikes so many in so short a time.
      return span + unseen <= HAND.toNanos() * (strokes - 1) ? Typist.SCANNER : Typist.DOUBT;
    }
    return span <= SCANNER.toNanos() * (moves - 1) ? Typist.SCANNER : Typist.HAND;
  }
}
