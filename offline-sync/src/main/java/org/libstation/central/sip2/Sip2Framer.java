package org.libstation.central.sip2;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Cuts a stream of bytes into lines, however it was split or joined on the way.
///
/// A line ends at CR, or at an LF directly after a checksum. What some systems add around it is
/// dropped: LF after CR, empty lines, NUL, and blanks or a byte order mark before the code. A line
/// that is too long is reported once. The framer then ignores the rest of the stream, because it
/// never resynchronises.
public final class Sip2Framer {

  /// The longest line accepted, in bytes. A list of 200 loans takes 5 kB; fsip2's own limit is 64
  /// KiB.
  public static final int MAX_LINE = 256 * 1024;

  /// What the framer finds in the stream.
  public sealed interface Sip2Frame {
    /// One message without its CR, never empty.
    final class WholeMessage implements Sip2Frame {
      private final byte[] bytes;

      private WholeMessage(byte[] bytes) {
        this.bytes = bytes;
      }

      /// The bytes of the message; callers must not change them.
      public byte[] bytes() {
        return bytes;
      }
    }

    /// More than [#MAX_LINE] bytes without a CR.
    record TooLong() implements Sip2Frame {}
  }

  private ByteArrayOutputStream pending = new ByteArrayOutputStream();

  /// The last eight bytes of the line so far.
  private long tail;

  private boolean dead;

  /// Takes the next bytes and returns the lines that they complete.
  public List<Sip2Frame> feed(byte[] bytes, int length) {
    List<Sip2Frame> frames = new ArrayList<>();
    for (int i = 0; i < length && !dead; i++) {
      byte b = bytes[i];
      if (b == '\r' || (b == '\n' && endsInChecksum())) {
        byte[] line = trimmed(pending.toByteArray());
        // A reused buffer would keep its old content: names, numbers, titles.
        pending = new ByteArrayOutputStream();
        tail = 0;
        if (line.length > 0) {
          frames.add(new Sip2Frame.WholeMessage(line));
        }
      } else if (pending.size() > 0 || !isPadding(b)) {
        pending.write(b);
        tail = tail << 8 | (b & 0xFF);
        if (pending.size() > MAX_LINE) {
          dead = true;
          frames.add(new Sip2Frame.TooLong());
        }
      }
    }
    return frames;
  }

  /// The bytes since the last line end, perhaps a message whose CR never came. Empty if there are
  /// none.
  public Optional<byte[]> unfinished() {
    byte[] line = trimmed(pending.toByteArray());
    return dead || line.length == 0 ? Optional.empty() : Optional.of(line);
  }

  /// Whether no line is partly read.
  public boolean isClean() {
    return !dead && pending.size() == 0;
  }

  /// Whether the line so far ends in `AZ` and four hex digits. Only then does an LF end the line;
  /// elsewhere it is a line break inside a text.
  private boolean endsInChecksum() {
    boolean ends = (char) (tail >> 40 & 0xFF) == 'A' && (char) (tail >> 32 & 0xFF) == 'Z';
    for (int shift = 0; shift < 32; shift += 8) {
      ends &= Character.digit((char) (tail >> shift & 0xFF), 16) >= 0;
    }
    return ends;
  }

  private static boolean isPadding(byte b) {
    return b == '\n' || b == 0 || b == ' ';
  }

  private static byte[] trimmed(byte[] line) {
    int end = line.length;
    while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == 0)) {
      end--;
    }
    int start = 0;
    while (start < end && (isPadding(line[start]) || hasMark(line, start, end))) {
      start += isPadding(line[start]) ? 1 : 3;
    }
    return Arrays.copyOfRange(line, start, end);
  }

  /// Whether the byte order mark of UTF-8 is at this position.
  private static boolean hasMark(byte[] line, int at, int end) {
    return at + 3 <= end
        && line[at] == (byte) 0xEF
        && line[at + 1] == (byte) 0xBB
        && line[at + 2] == (byte) 0xBF;
  }
}
