package org.libstation.device.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// A link that reports its traffic in masked form: direction, number of bytes, and only the first
/// bytes, which hold a command and a status. Scanned, printed and tag data never appears in the
/// trace.
public final class TracedLink implements ByteLink {
  private final ByteLink inner;
  private final int shown;
  private final Consumer<String> lines;

  private TracedLink(ByteLink inner, int shown, Consumer<String> lines) {
    this.inner = inner;
    this.shown = shown;
    this.lines = lines;
  }

  /// Wraps an opener so that its links are traced.
  ///
  /// @param shown number of first bytes of each piece that are reported
  /// @param lines receives each line at once; discards it if no trace is wanted
  public static LinkOpener around(LinkOpener opener, int shown, Consumer<String> lines) {
    return new LinkOpener() {
      @Override
      public ByteLink open() throws LinkLostException {
        ByteLink link = opener.open();
        lines.accept("= opened");
        return new TracedLink(link, shown, lines);
      }

      @Override
      public String describe() {
        return opener.describe();
      }

      @Override
      public Optional<Path> path() {
        return opener.path();
      }
    };
  }

  private String line(String way, byte[] bytes, int count) {
    int told = Math.min(shown, count);
    WireBytes first = WireBytes.of(bytes).slice(0, told);
    String rest = told < count ? "••" : "";
    String both = (first + " " + rest).strip();
    return way + " " + count + " " + both;
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws LinkLostException {
    int count = inner.read(buffer, timeout);
    if (count > 0) {
      lines.accept(line("<", buffer, count));
    }
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration deadline) throws LinkLostException {
    lines.accept(line(">", bytes, bytes.length));
    inner.write(bytes, deadline);
  }

  @Override
  public OptionalInt portStatus() {
    return inner.portStatus();
  }

  @Override
  public void close() {
    inner.close();
  }
}
