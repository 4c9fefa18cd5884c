package org.libstation.barcode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts what a line scanner sends into scans: a frame ends at CR, LF, TAB or ETX; empty frames are
/// nothing; a leading STX goes; what is too long or not printable is refused whole.
///
/// Not safe for several threads.
public final class ScanFramer {
  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;
  private static final char GS = 0x1D;

  /// How a stream is cut.
  ///
  /// @param prefix what the scanner puts before each scan (ISO 8859-1); empty for most
  /// @param suffix what it puts after each scan, before the terminator
  /// @param limit the longest scan in bytes
  /// @param silence after this long without a byte a frame is over
  /// @param deliverPartial whether a frame that silence ended counts (scanners without a suffix) or
  ///   is thrown away
  public record Settings(
      String prefix, String suffix, int limit, Duration silence, boolean deliverPartial) {
    /// 128 bytes, 100 ms, partial frames thrown away.
    public static Settings usual() {
      return new Settings("", "", 128, Duration.ofMillis(100), false);
    }
  }

  /// What a frame turned out to be.
  public sealed interface Framed {
    record Text(String text) implements Framed {}

    record Rejected(String reason) implements Framed {}
  }

  private final Settings settings;
  private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
  private Duration lastByte = Duration.ZERO;
  private final int room;
  private boolean tooLong;

  public ScanFramer(Settings settings) {
    this.settings = settings;
    this.room = settings.limit() + settings.prefix().length() + settings.suffix().length() + 1;
  }

  /// Takes what came, and lets silence end what stands open.
  ///
  /// @param now monotonic time
  public List<Framed> take(byte[] bytes, int count, Duration now) {
    List<Framed> found = new ArrayList<>();
    // Only a read that found nothing proves silence: after a pause of our own the rest of a scan
    // may have been waiting all the time.
    if (count == 0 && frame.size() > 0 && now.minus(lastByte).compareTo(settings.silence()) >= 0) {
      endBySilence(found);
    }
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (b == '\r' || b == '\n' || b == '\t' || b == ETX) {
        end(found);
      } else if (frame.size() < room) {
        frame.write(b);
      } else {
        tooLong = true;
      }
    }
    if (count > 0) {
      lastByte = now;
    }
    return found;
  }

  /// Forgets what stands open.
  public void reset() {
    frame.reset();
    tooLong = false;
  }

  private void endBySilence(List<Framed> found) {
    if (settings.deliverPartial()) {
      end(found);
    } else {
      reset();
    }
  }

  private void end(List<Framed> found) {
    byte[] bytes = frame.toByteArray();
    boolean cut = tooLong;
    reset();
    if (bytes.length > 0 && bytes[0] == STX) {
      bytes = Arrays.copyOfRange(bytes, 1, bytes.length);
    }
    if (bytes.length == 0) {
      return;
    }
    String text = withoutWrapping(new String(bytes, StandardCharsets.ISO_8859_1));
    if (cut || text.length() > settings.limit()) {
      found.add(new Framed.Rejected("a scan longer than " + settings.limit() + " bytes"));
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 0x20 || c >= 0x7F) && c != GS) {
        found.add(
            new Framed.Rejected(String.format("a scan with the unprintable byte %02X", (int) c)));
        return;
      }
    }
    if (!text.isEmpty()) {
      found.add(new Framed.Text(text));
    }
  }

  private String withoutWrapping(String text) {
    String tail =
        text.startsWith(settings.prefix()) ? text.substring(settings.prefix().length()) : text;
    return tail.endsWith(settings.suffix())
        ? tail.substring(0, tail.length() - settings.suffix().length())
        : tail;
  }
}
