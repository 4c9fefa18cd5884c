package org.libstation.tools.command.sip2;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libstation.central.sip2.Sip2Framer;

/// Splits bytes into lines that end in CR, LF or CR LF, and removes the marks of a transcript.
///
/// `>> ` and `<< ` before a message say who sent it. Lines that begin with `# `, `-- ` or `<< [`,
/// and `{…}` at the end of a line, are remarks.
final class WireLines {

  /// @param number of the line, from 1; CR LF ends one line
  /// @param skipped characters of a mark before the message
  /// @param latin1 each byte of the message as one character
  record WireLine(int number, int skipped, String latin1) {
    byte[] bytes() {
      return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private static final Pattern MARK = Pattern.compile("^(?:>>?|<<?) ");
  private static final Pattern REMARK = Pattern.compile("^(?:#|--|<<? \\[|>>? \\[)");
  private static final Pattern TRAILING_REMARK = Pattern.compile("[ \\t]+\\{[^{}]*\\}[ \\t]*$");
  private static final Pattern PADDING = Pattern.compile("^(?:[\\x00 ]++|\\xEF\\xBB\\xBF)++");

  private final InputStream in;
  private int number;
  private boolean afterCr;

  WireLines(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /// The next line with a message; empty at the end. A line longer than any message is cut off.
  Optional<WireLine> next() throws IOException {
    while (true) {
      Optional<byte[]> raw = raw();
      if (raw.isEmpty()) {
        return Optional.empty();
      }
      Optional<WireLine> line = message(raw.get());
      if (line.isPresent()) {
        return line;
      }
    }
  }

  /// Whether reading the next line would have to wait.
  boolean isDrained() throws IOException {
    return in.available() == 0;
  }

  private Optional<byte[]> raw() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int b = in.read();
      if (b == '\n' && afterCr) {
        afterCr = false;
        continue;
      }
      afterCr = b == '\r';
      if (b < 0 && line.size() == 0) {
        return Optional.empty();
      }
      if (b < 0 || b == '\r' || b == '\n') {
        number++;
        return Optional.of(line.toByteArray());
      }
      if (line.size() < Sip2Framer.MAX_LINE) {
        line.write(b);
      }
    }
  }

  private Optional<WireLine> message(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String clean = PADDING.matcher(text).replaceFirst("");
    if (clean.isBlank() || REMARK.matcher(clean).find()) {
      return Optional.empty();
    }
    String unmarked = MARK.matcher(clean).replaceFirst("");
    int skipped = text.length() - unmarked.length();
    String message = TRAILING_REMARK.matcher(unmarked).replaceFirst("");
    return Optional.of(new WireLine(number, skipped, message));
  }
}
