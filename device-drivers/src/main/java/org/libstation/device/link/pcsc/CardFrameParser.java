package org.libstation.device.link.pcsc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.libstation.device.link.WireBytes;

/// Finds [CardFrame]s in the bytes of a line, in pieces of any size and with any bytes between
/// them.
public final class CardFrameParser {
  private byte[] pending = new byte[0];

  /// A piece of the input.
  public sealed interface Parsed {
    /// A frame with a correct check.
    record WholeFrame(CardFrame frame) implements Parsed {}

    /// The far end's immediate acknowledgement of the last frame: `02 s s 03`.
    ///
    /// @param status 0 = accepted; else the fault of the frame (FF check, FE length, FD end)
    record FrameAcknowledgement(int status) implements Parsed {}

    /// Bytes that belong to no frame.
    record Junk(int count) implements Parsed {}
  }

  /// Takes more bytes and returns the pieces that are complete.
  public List<Parsed> take(byte[] came) {
    byte[] all = Arrays.copyOf(pending, pending.length + came.length);
    System.arraycopy(came, 0, all, pending.length, came.length);
    List<Parsed> found = new ArrayList<>();
    int at = 0;
    int junk = 0;
    while (at < all.length) {
      int length = length(all, at);
      if (length < 0) {
        break;
      }
      if (length == 0) {
        junk++;
        at++;
        continue;
      }
      if (junk > 0) {
        found.add(new Parsed.Junk(junk));
        junk = 0;
      }
      found.add(parsed(all, at, length));
      at += length;
    }
    if (junk > 0) {
      found.add(new Parsed.Junk(junk));
    }
    pending = Arrays.copyOfRange(all, at, all.length);
    Arrays.fill(all, (byte) 0);
    return found;
  }

  /// Whether a piece has begun and its rest is still missing.
  public boolean isBegun() {
    return pending.length > 0;
  }

  /// Drops an unfinished piece.
  ///
  /// @return number of dropped bytes
  public int reset() {
    int half = pending.length;
    Arrays.fill(pending, (byte) 0);
    pending = new byte[0];
    return half;
  }

  private static Parsed parsed(byte[] all, int at, int length) {
    if (length == 4) {
      return new Parsed.FrameAcknowledgement(all[at + 1] & 0xFF);
    }
    WireBytes data =
        WireBytes.of(Arrays.copyOfRange(all, at + 1 + CardFrame.HEADER, at + length - 2));
    return new Parsed.WholeFrame(
        new CardFrame(all[at + 1] & 0xFF, all[at + 7] & 0xFF, all[at + 8] & 0xFF, data));
  }

  /// @return the length of the frame that begins here; 0 if none does; -1 if that is not known yet
  private static int length(byte[] all, int at) {
    if (all[at] != CardFrame.START) {
      return 0;
    }
    int left = all.length - at;
    if (left < 4) {
      return left > 1 && !mayBegin(all[at + 1] & 0xFF) ? 0 : -1;
    }
    if (all[at + 1] == all[at + 2] && all[at + 3] == CardFrame.END && !isType(all[at + 1] & 0xFF)) {
      return 4;
    }
    if (!isType(all[at + 1] & 0xFF)) {
      return 0;
    }
    int data = (all[at + 2] & 0xFF) | (all[at + 3] & 0xFF) << 8;
    if (data > CardFrame.LONGEST || (left >= 6 && (all[at + 4] != 0 || all[at + 5] != 0))) {
      return 0;
    }
    int length = CardFrame.HEADER + data + 3;
    if (left < length) {
      return -1;
    }
    int end = at + length;
    boolean right =
        all[end - 1] == CardFrame.END
            && (all[end - 2] & 0xFF) == CardFrame.check(all, at + 1, end - 2);
    return right ? length : 0;
  }

  private static boolean mayBegin(int second) {
    return isType(second) || second == 0 || second >= 0x90;
  }

  private static boolean isType(int type) {
    return (type >= 0x60 && type <= 0x6F) || (type >= 0x80 && type <= 0x8F);
  }
}
