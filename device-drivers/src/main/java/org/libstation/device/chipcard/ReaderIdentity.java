package org.libstation.device.chipcard;

import java.nio.charset.StandardCharsets;
import org.libstation.device.link.WireBytes;

/// Makes a readable identity of a reader's answer: text, followed by a status on some readers.
final class ReaderIdentity {
  private static final int LONGEST = 80;

  private ReaderIdentity() {}

  static String of(WireBytes answer) {
    String text =
        new String(answer.toArray(), StandardCharsets.ISO_8859_1)
            .replaceAll("[^\\x20-\\x7E]", "")
            // A serial number, as pcscd puts it into the name.
            .replaceAll("\\([^)]*\\)", "")
            .strip();
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
