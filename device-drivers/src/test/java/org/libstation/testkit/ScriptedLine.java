package org.libstation.testkit;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkOpener;

/// A line whose far end is written down as hex: each write must be the next one expected, and
/// brings the reply that stands beside it. What was not expected is kept and gets no answer.
public final class ScriptedLine implements LinkOpener {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private record Exchange(String request, String reply) {}

  private final Deque<Exchange> script = new ArrayDeque<>();
  private final List<String> unexpected = new ArrayList<>();
  private final ByteArrayOutputStream arriving = new ByteArrayOutputStream();

  /// @param reply empty for silence
  public ScriptedLine expect(String request, String reply) {
    script.addLast(new Exchange(request, reply));
    return this;
  }

  /// Requests that did not come, then those that came unexpected; empty when all went as written.
  public List<String> differences() {
    List<String> all = new ArrayList<>();
    script.forEach(e -> all.add("never came: " + e.request));
    unexpected.forEach(u -> all.add("unexpected: " + u));
    return all;
  }

  @Override
  public ByteLink open() {
    return new ByteLink() {
      @Override
      public int read(byte[] buffer, Duration timeout) {
        byte[] there = arriving.toByteArray();
        arriving.reset();
        int count = Math.min(there.length, buffer.length);
        System.arraycopy(there, 0, buffer, 0, count);
        arriving.write(there, count, there.length - count);
        return count;
      }

      @Override
      public void write(byte[] bytes, Duration deadline) {
        String written = HEX.formatHex(bytes);
        Exchange next = script.peekFirst();
        if (next == null || !next.request.equals(written)) {
          unexpected.add(written);
          return;
        }
        script.removeFirst();
        arriving.writeBytes(HexFormat.of().parseHex(next.reply.replace(" ", "")));
      }

      @Override
      public void close() {
        arriving.reset();
      }
    };
  }

  @Override
  public String describe() {
    return "a scripted line";
  }
}
