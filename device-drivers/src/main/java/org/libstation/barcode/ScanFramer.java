package org.libstation.barcode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Cuts what a line scanner sends into scans: a frame ends at CR, LF, TAB or ETX; empty frames are
/// nothing; a leading STX goes; what is too long, not printable, or without the prefix or suffix
/// that the site's scanner puts around each scan is refused whole.
///
/// Not safe for several threads.
public final class ScanFramer {
  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;
  private static final char GS = 0x1D;

  /// So many bytes more than a scan may have will have no end.
  static final int ENDLESS = 8_192;

  /// How a stream is cut.
  ///
  /// @param prefix what the scanner puts before each scan (ISO 8859-1); empty for most
  /// @param suffix what it puts after each scan, before the terminator
  /// @param limit the longest scan in bytes
  /// @param silence after this long without a byte a frame is over
  /// @param deliverPartial whether a frame that silence ended counts (scanners without a suffix) or
  ///   is thrown away
  public record FramingSettings(
      String prefix, String suffix, int limit, Duration silence, boolean deliverPartial) {}

  /// What a frame turned out to be.
  public sealed interface Framed {
    /// @param raw all that came, wrapping and terminator included (ISO 8859-1)
    record FramedText(String text, String raw) implements Framed {}

    /// @param raw what came, as far as it was kept
    record Rejected(String reason, String raw) implements Framed {}
  }

  private final FramingSettings settings;
  private ByteArrayOutputStream frame = new ByteArrayOutputStream();
  private Duration lastByte = Duration.ZERO;
  private final int room;
  private boolean tooLong;
  private int dropped;
  private String spoilt = "";

  public ScanFramer(FramingSettings settings) {
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
    if (count == 0 && isOpen() && now.minus(lastByte).compareTo(settings.silence()) >= 0) {
      endBySilence(found);
    }
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (b == '\r' || b == '\n' || b == '\t' || b == ETX) {
        end(found, String.valueOf((char) b));
      } else if (b == STX && frame.size() > 0 && settings.prefix().indexOf(STX) < 0) {
        // It begins a frame: what stood open lost its end.
        brokeOff(found);
        frame.write(b);
      } else if (frame.size() < room) {
        frame.write(b);
      } else {
        tooLong = true;
        dropped = Math.min(dropped + 1, ENDLESS);
      }
    }
    if (count > 0) {
      lastByte = now;
    }
    return found;
  }

  /// What stands open, or begins now, lost something on its way: it is refused whole when it ends.
  ///
  /// @param reason why, the first of them counts
  public void spoil(String reason, Duration now) {
    spoilt = spoilt.isEmpty() ? reason : spoilt;
    lastByte = now;
  }

  /// Whether a frame has begun and not ended yet.
  public boolean isOpen() {
    return frame.size() > 0 || !spoilt.isEmpty();
  }

  /// Whether what stands open goes on and on: no scan has so many bytes, and none will come of it.
  public boolean isEndless() {
    return dropped >= ENDLESS;
  }

  /// Forgets what stands open, and what came before: it may have been a reader's card.
  public void reset() {
    frame = new ByteArrayOutputStream();
    tooLong = false;
    dropped = 0;
    spoilt = "";
  }

  private void endBySilence(List<Framed> found) {
    if (settings.deliverPartial()) {
      end(found, "");
    } else {
      brokeOff(found);
    }
  }

  private void brokeOff(List<Framed> found) {
    String came = frame.toString(StandardCharsets.ISO_8859_1);
    String why = spoilt.isEmpty() ? "a scan that broke off" : spoilt;
    reset();
    found.add(new Framed.Rejected(why, came));
  }

  private void end(List<Framed> found, String terminator) {
    String came = frame.toString(StandardCharsets.ISO_8859_1);
    boolean cut = tooLong;
    String why = spoilt;
    reset();
    if (!why.isEmpty()) {
      found.add(new Framed.Rejected(why, came + terminator));
      return;
    }
    boolean wrapped = came.startsWith("\u0002") && !settings.prefix().startsWith("\u0002");
    String text = wrapped ? came.substring(1) : came;
    if (!text.isEmpty()) {
      found.add(judged(text, cut, came + terminator));
    }
  }

  private Framed judged(String framed, boolean cut, String raw) {
    if (cut || framed.length() > room - 1) {
      return new Framed.Rejected("a scan longer than " + settings.limit() + " bytes", raw);
    }
    if (!framed.startsWith(settings.prefix())) {
      return new Framed.Rejected("a scan without its prefix: its beginning was lost", raw);
    }
    String tail = framed.substring(settings.prefix().length());
    if (!tail.endsWith(settings.suffix())) {
      return new Framed.Rejected("a scan without its suffix: its end was lost", raw);
    }
    String text = tail.substring(0, tail.length() - settings.suffix().length());
    if (text.isEmpty()) {
      return new Framed.Rejected("a scan of nothing", raw);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 0x20 || c >= 0x7F) && c != GS) {
        String reason = String.format("a scan with the unprintable byte %02X", (int) c);
        return new Framed.Rejected(reason, raw);
      }
    }
    return new Framed.FramedText(text, raw);
  }
}
