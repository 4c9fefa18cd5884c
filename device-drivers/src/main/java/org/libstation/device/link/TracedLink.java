package org.libstation.device.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// A link whose traffic is told, masked where it is told: direction, number of bytes, and as many
/// first bytes as hold a command and a status. What was scanned, printed or lies in a tag never
/// gets out of here.
public final class TracedLink implements ByteLink {
  private final ByteLink inner;
  private final int shown;
  private final Consumer<String> lines;

  private TracedLink(ByteLink inner, int shown, Consumer<String> lines) {
    this.inner = inner;
    this.shown = shown;
    this.lines = lines;
  }

  /// @param shown bytes of each piece that are told
  /// @param lines takes each line at once, and throws it away while nobody wants it
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
