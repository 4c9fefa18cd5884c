package org.libstation.device.chipcard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Finds the frames of a [ReaderSheet] in the bytes from a line, in pieces of any size and with
/// junk between them. Keeps no more bytes than one frame may have.
final class SheetFrames {
  private static final HexFormat HEX = HexFormat.of();

  private final ReaderSheet.ReaderFrame shape;
  private byte[] pending = new byte[0];
  private int strays;

  SheetFrames(ReaderSheet.ReaderFrame shape) {
    this.shape = shape;
  }

  /// @return the payload of each frame: the bytes between its beginning and its checksum
  List<byte[]> take(byte[] came, int count) {
    byte[] all = Arrays.copyOf(pending, pending.length + count);
    System.arraycopy(came, 0, all, pending.length, count);
    Arrays.fill(pending, (byte) 0);
    List<byte[]> found = new ArrayList<>();
    int at = 0;
    while (at < all.length) {
      int length = length(all, at);
      if (length < 0) {
        break;
      }
      byte[] inside = length == 0 ? null : inside(Arrays.copyOfRange(all, at, at + length));
      if (inside == null) {
        strays++;
        at++;
      } else {
        found.add(inside);
        at += length;
      }
    }
    pending = Arrays.copyOfRange(all, at, all.length);
    Arrays.fill(all, (byte) 0);
    return found;
  }

  /// Returns the number of bytes outside frames since the last call.
  int takeStrays() {
    int count = strays;
    strays = 0;
    return count;
  }

  /// Whether a frame has begun and is incomplete.
  boolean isBegun() {
    return pending.length > 0;
  }

  void reset() {
    Arrays.fill(pending, (byte) 0);
    pending = new byte[0];
    strays = 0;
  }

  /// @return length of the frame that begins here; 0 if none does; -1 if that is not known yet
  private int length(byte[] all, int at) {
    byte[] begin = shape.begin().toArray();
    int left = all.length - at;
    for (int i = 0; i < Math.min(begin.length, left); i++) {
      if (all[at + i] != begin[i]) {
        return 0;
      }
    }
    if (left < begin.length) {
      return -1;
    }
    return shape.lengthAt() < 0 ? toEnd(all, at + begin.length, at) : told(all, at, left);
  }

  private int told(byte[] all, int at, int left) {
    if (left <= shape.lengthAt()) {
      return -1;
    }
    int length = (all[at + shape.lengthAt()] & 0xFF) + shape.lengthAdds();
    int least = shape.begin().length() + shape.check().bytes + shape.end().length();
    if (length > ReaderSheet.LONGEST || length <= Math.max(least, shape.lengthAt())) {
      return 0;
    }
    return length > left ? -1 : length;
  }

  private int toEnd(byte[] all, int from, int at) {
    byte[] end = shape.end().toArray();
    for (int i = from;
        i + end.length <= all.length && i + end.length - at <= ReaderSheet.LONGEST;
        i++) {
      if (Arrays.equals(all, i, i + end.length, end, 0, end.length)) {
        return i + end.length - at;
      }
    }
    return all.length - at >= ReaderSheet.LONGEST ? 0 : -1;
  }

  private byte @org.jspecify.annotations.Nullable [] inside(byte[] frame) {
    int last = frame.length - shape.end().length();
    boolean ended =
        Arrays.equals(frame, last, frame.length, shape.end().toArray(), 0, shape.end().length());
    if (!ended) {
      return null;
    }
    byte[] whole = frame;
    int from = shape.begin().length();
    int checkFrom = shape.checkFrom();
    if (shape.hex()) {
      whole = digits(Arrays.copyOfRange(frame, from, last));
      from = 0;
      last = whole.length;
    }
    int to = last - shape.check().bytes;
    if (to <= from || checkFrom > to) {
      return null;
    }
    byte[] check = shape.check().over(whole, checkFrom, to);
    return Arrays.equals(check, Arrays.copyOfRange(whole, to, last))
        ? Arrays.copyOfRange(whole, from, to)
        : null;
  }

  private static byte[] digits(byte[] text) {
    try {
      return HEX.parseHex(new String(text, java.nio.charset.StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
