package org.libstation.device.starline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The status that a printer reports (*Automatic status* of Star's specification; the same bytes
/// answer `ESC ACK SOH`).
///
/// @param marks how many marks the printer has counted, modulo 32; -1 if it counts none
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

  /// Reads the counter: five bits, with a bit that is always 0 among them.
  private static int marks(int b) {
    return (b & 0x40) >> 2 | (b & 0x20) >> 2 | (b & 0x08) >> 1 | (b & 0x04) >> 1 | (b & 0x02) >> 1;
  }

  /// Finds status messages in the input. Keeps at most 15 bytes of a message that does not end.
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

    /// Returns the number of unknown bytes since the last call.
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
