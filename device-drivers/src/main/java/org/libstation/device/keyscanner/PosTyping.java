package org.libstation.device.keyscanner;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.libstation.device.keyscanner.PosReports.ReportField;
import org.libstation.device.keyscanner.PosReports.ReportFields;

/// Reads the codes in the reports of a HID-POS scanner. Each piece of input has its length in front
/// (two bytes, low byte first). The first piece is the report descriptor
/// ([org.libstation.device.link.input.HidrawLinkOpener]).
final class PosTyping implements KeystrokeDecoder {
  private static final int HEAD = 2;
  private static final int BYTE = 8;
  private static final char GS = 0x1D;
  private static final int IDENTIFIER = 3;

  /// Length of a piece whose head has not arrived.
  private static final int UNKNOWN = 0x10000;

  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
  private Optional<PosReports> reports = Optional.empty();
  private int length = UNKNOWN;
  private boolean described;
  private boolean begun;

  @Override
  public void begin() {
    piece.reset();
    length = UNKNOWN;
    reports = Optional.empty();
    described = false;
    begun = false;
  }

  @Override
  public void rest() {
    begun = false;
  }

  @Override
  public void take(byte[] came, int count, TypingListener to) {
    for (int i = 0; i < count; i++) {
      piece.write(came[i]);
      if (piece.size() == HEAD) {
        byte[] head = piece.toByteArray();
        length = (head[0] & 0xFF) | (head[1] & 0xFF) << BYTE;
      }
      if (piece.size() == HEAD + length) {
        byte[] all = piece.toByteArray();
        piece.reset();
        length = UNKNOWN;
        whole(Arrays.copyOfRange(all, HEAD, all.length), to);
      }
    }
  }

  private void whole(byte[] came, TypingListener to) {
    if (!described) {
      described = true;
      reports = PosReports.of(came);
      if (reports.isEmpty()) {
        to.unfit("it says that it is no HID-POS scanner: set it to USB HID POS, or to a keyboard");
      }
      return;
    }
    if (reports.isEmpty()) {
      return;
    }
    int from = reports.get().numbered() ? 1 : 0;
    ReportFields scan =
        reports.get().scans().get(from == 0 ? 0 : came.length == 0 ? -1 : came[0] & 0xFF);
    // Reports without scans are of no use here.
    if (scan != null) {
      scanned(came, from, scan, to);
    }
  }

  private void scanned(byte[] report, int from, ReportFields fields, TypingListener to) {
    ReportField data = fields.data();
    int count =
        fields.byteCount().map(it -> it.in(report, from, 0)).orElse(filled(report, from, data));
    if (count < 0 || count > data.count()) {
      to.spoilt("a report that holds less than it says");
      to.strange("a report of " + report.length + " bytes that says it holds " + count);
      return;
    }
    if (!begun) {
      begun = true;
      fields.identifier().ifPresent(it -> identified(report, from, it, to));
    }
    boolean last = fields.continued().map(it -> it.in(report, from, 0) != 1).orElse(true);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int sign = data.in(report, from, i);
      if (sign < 0) {
        to.spoilt("a report that was cut off");
        return;
      }
      text.append((char) sign);
    }
    say(last ? text.toString().replaceFirst("[\r\n\t]+$", "") : text.toString(), to);
    if (last) {
      begun = false;
      to.typed('\r', 0);
    }
  }

  /// The report contains the length of the data, so no character ends the code.
  private static void say(String text, TypingListener to) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign < ' ' && sign != GS) {
        to.spoilt("a scan with the unprintable byte %02X".formatted((int) sign));
        return;
      }
      to.typed(sign, 0);
    }
  }

  /// Counts the data bytes if the report has no count: trailing zeros are not data.
  private static int filled(byte[] report, int from, ReportField data) {
    int count = Math.min(data.count(), Math.max(0, report.length - from - data.bit() / BYTE));
    while (count > 0 && data.in(report, from, count - 1) == 0) {
      count--;
    }
    return count;
  }

  /// Types the AIM identifier. Some scanners send its bracket as the first of three bytes, others
  /// only the two characters after it.
  private static void identified(byte[] report, int from, ReportField field, TypingListener to) {
    byte[] signs = new byte[Math.min(field.count(), IDENTIFIER)];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = (byte) Math.max(0, field.in(report, from, i));
    }
    String aim = new String(signs, StandardCharsets.ISO_8859_1).replace("]", "").replace("\0", "");
    if (aim.matches("[A-Za-z][0-9].?")) {
      to.typed(']', 0);
      to.typed(aim.charAt(0), 0);
      to.typed(aim.charAt(1), 0);
    }
  }
}
