package org.libstation.device.starline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a printer says of itself (*Automatic status* of Star's specification, the same after `ESC
/// ACK SOH`).
///
/// @param marks how many marks it has counted, modulo 32; -1 where it counts none
record StarStatus(
    boolean offline,
    boolean coverOpen,
    boolean hot,
    boolean unrecoverable,
    boolean cutterError,
    boolean paperEnd,
    boolean paperNearEnd,
    int marks) {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 15;
  private static final int COUNTS = 8;

  /// A reason to print nothing.
  record StarTrouble(String code, String words) {}

  Optional<StarTrouble> trouble() {
    if (unrecoverable) {
      return Optional.of(new StarTrouble("DP42", "it reports a fault it cannot recover from"));
    }
    if (cutterError) {
      return Optional.of(new StarTrouble("DP1A", "the cutter is jammed"));
    }
    if (coverOpen) {
      return Optional.of(new StarTrouble("DP16", "the cover is open"));
    }
    if (paperEnd) {
      return Optional.of(new StarTrouble("DP32", "the paper is out"));
    }
    if (hot) {
      return Optional.of(new StarTrouble("DP52", "it waits to recover (head too hot)"));
    }
    return offline ? Optional.of(new StarTrouble("DP1B", "it is offline")) : Optional.empty();
  }

  private static StarStatus of(int[] all, int length) {
    return new StarStatus(
        (all[2] & 0x08) != 0,
        (all[2] & 0x20) != 0,
        (all[3] & 0x40) != 0,
        (all[3] & 0x20) != 0,
        (all[3] & 0x08) != 0,
        (all[5] & 0x08) != 0,
        (all[5] & 0x04) != 0,
        length < COUNTS ? -1 : marks(all[7]));
  }

  /// Five bits, around two that are always 0.
  private static int marks(int b) {
    return (b & 0x40) >> 2 | (b & 0x20) >> 2 | (b & 0x08) >> 1 | (b & 0x04) >> 1 | (b & 0x02) >> 1;
  }

  /// Tells statuses from what is none; of one that never ends no more than 15 bytes are kept.
  static final class Parser {
    private final int[] all = new int[LONGEST];
    private int have;
    private int length;
    private int strays;

    List<StarStatus> take(byte[] bytes, int count) {
      List<StarStatus> said = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        take(bytes[i] & 0xFF).ifPresent(said::add);
      }
      return said;
    }

    /// Bytes that fitted nothing since this was last asked.
    int takeStrays() {
      int count = strays;
      strays = 0;
      return count;
    }

    void reset() {
      have = 0;
    }

    private Optional<StarStatus> take(int b) {
      if (have == 0 || (b & 0x11) != 0) {
        strays += have;
        have = 0;
        length = (b & 0x0E) >> 1 | (b & 0x20) >> 2;
        if ((b & 0xD1) != 0x01 || length < SHORTEST) {
          strays++;
          return Optional.empty();
        }
      }
      all[have++] = b;
      if (have < length) {
        return Optional.empty();
      }
      have = 0;
      return Optional.of(of(all, length));
    }
  }
}
