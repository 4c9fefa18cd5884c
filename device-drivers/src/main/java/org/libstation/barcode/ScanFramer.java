package org.libstation.barcode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Cuts the bytes of a line scanner into scans.
///
/// A frame ends at CR, LF, TAB or ETX. Empty frames are ignored, and a leading STX is removed. A
/// frame is refused as a whole if it is too long, is not printable, or lacks the prefix or suffix
/// of the site's scanner.
///
/// Not safe for use by several threads.
public final class ScanFramer {
  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;
  private static final char GS = 0x1D;

  /// Number of bytes above the limit of a scan after which the frame counts as endless.
  static final int ENDLESS = 8_192;

  /// How a stream is cut into frames.
  ///
  /// @param prefix text that the scanner puts before each scan (ISO 8859-1); empty for most
  /// @param suffix text that the scanner puts after each scan, before the terminator
  /// @param limit the longest scan in bytes
  /// @param silence time without a byte after which a frame is over
  /// @param deliverPartial whether a frame that silence ended is delivered (scanners without a
  ///   suffix) or dropped
  public record FramingSettings(
      String prefix, String suffix, int limit, Duration silence, boolean deliverPartial) {}

  /// The result of one frame.
  public sealed interface Framed {
    /// A whole scan.
    ///
    /// @param raw all received bytes, wrapping and terminator included (ISO 8859-1)
    record FramedText(String text, String raw) implements Framed {}

    /// A frame that is no scan.
    ///
    /// @param raw the received bytes, as far as they were kept
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

  /// Takes the received bytes. If there are none, silence may end the begun frame.
  ///
  /// @param now monotonic time
  public List<Framed> take(byte[] bytes, int count, Duration now) {
    List<Framed> found = new ArrayList<>();
    // Only a read that found nothing proves silence. After a pause of this program, the rest of a
    // scan may have been waiting all the time.
    if (count == 0 && isOpen() && now.minus(lastByte).compareTo(settings.silence()) >= 0) {
      endBySilence(found);
    }
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (b == '\r' || b == '\n' || b == '\t' || b == ETX) {
        end(found, String.valueOf((char) b));
      } else if (b == STX && frame.size() > 0 && settings.prefix().indexOf(STX) < 0) {
        // STX begins a frame, so the end of the previous one was lost.
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

  /// Notes that bytes were lost from the begun frame, or from the one that begins now. The frame is
  /// refused as a whole when it ends.
  ///
  /// @param reason the first reason given is reported
  public void spoil(String reason, Duration now) {
    spoilt = spoilt.isEmpty() ? reason : spoilt;
    lastByte = now;
  }

  /// Whether a frame has begun and not ended yet.
  public boolean isOpen() {
    return frame.size() > 0 || !spoilt.isEmpty();
  }

  /// Whether the begun frame has far too many bytes for any scan.
  public boolean isEndless() {
    return dropped >= ENDLESS;
  }

  /// Drops the begun frame and erases earlier data, which may have been a patron's card.
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
