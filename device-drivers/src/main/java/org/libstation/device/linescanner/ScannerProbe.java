package org.libstation.device.linescanner;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.libstation.device.link.WireBytes;

/// Asks a scanner from time to time whether it works, and removes its answers from the scanned
/// text.
final class ScannerProbe {
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);
  static final Duration EVERY = Duration.ofSeconds(5);

  /// Longer text without a line end is no answer.
  static final int LONGEST_ANSWER = 256;

  private final WireBytes ends;
  private @Nullable Duration asked;
  private Duration heard = Duration.ZERO;
  private byte[] held = new byte[0];

  /// @param ends last bytes of each answer; no bytes if the scanner cannot be asked
  ScannerProbe(WireBytes ends) {
    this.ends = ends;
  }

  /// Begins anew on a new connection: the first question is due at once.
  void begin(Duration now) {
    asked = null;
    held = new byte[0];
    heard = now.minus(EVERY);
  }

  /// Notes that bytes came, so the next question can wait.
  void heard(Duration now) {
    heard = now;
  }

  /// Whether a question is to be sent now.
  boolean due(Duration now) {
    return ends.length() > 0 && asked == null && now.minus(heard).compareTo(EVERY) >= 0;
  }

  void asked(Duration now) {
    asked = now;
  }

  boolean unanswered(Duration now) {
    Duration since = asked;
    return since != null && now.minus(since).compareTo(ANSWER_LIMIT) > 0;
  }

  /// Received bytes without the answer to a question.
  ///
  /// @param rest the bytes that belong to scans
  record ProbeReading(WireBytes rest, boolean answered) {}

  /// Removes an answer from the received bytes. The answer may come in several pieces, with scans
  /// before and after it.
  ProbeReading take(byte[] piece) {
    if (asked == null) {
      return new ProbeReading(WireBytes.of(piece), false);
    }
    byte[] came = Arrays.copyOf(held, held.length + piece.length);
    System.arraycopy(piece, 0, came, held.length, piece.length);
    held = new byte[0];
    for (int i = 0; i + ends.length() <= came.length; i++) {
      if (endsAt(came, i)) {
        asked = null;
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(came, 0, lineStart(came, i));
        int behind = i + ends.length();
        rest.write(came, behind, came.length - behind);
        return new ProbeReading(WireBytes.of(rest.toByteArray()), true);
      }
    }
    int open = lineStart(came, came.length);
    if (came.length - open > LONGEST_ANSWER) {
      return new ProbeReading(WireBytes.of(came), false);
    }
    held = Arrays.copyOfRange(came, open, came.length);
    return new ProbeReading(WireBytes.of(Arrays.copyOf(came, open)), false);
  }

  private boolean endsAt(byte[] came, int at) {
    for (int i = 0; i < ends.length(); i++) {
      if ((came[at + i] & 0xFF) != ends.at(i)) {
        return false;
      }
    }
    return true;
  }

  private static int lineStart(byte[] came, int end) {
    for (int i = end - 1; i >= 0; i--) {
      if (came[i] == '\r' || came[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }
}
