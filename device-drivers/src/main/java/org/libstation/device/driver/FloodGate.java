package org.libstation.device.driver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.device.DeviceClock;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Closes a line that carries more data than any device here sends, so that a flooding device takes
/// no computing time from the others. Data at the speed of a serial line is left to the driver,
/// which knows what it asked for.
final class FloodGate implements LinkOpener {
  /// Most bytes in a [#WINDOW]; more than a serial line of 460,800 baud carries.
  static final int MOST_BYTES = 64 * 1024;

  /// The time in which bytes are counted.
  static final Duration WINDOW = Duration.ofSeconds(1);

  private final LinkOpener inner;
  private final DeviceClock clock;
  private final int most;

  /// @param most bytes in a [#WINDOW]
  FloodGate(LinkOpener inner, DeviceClock clock, int most) {
    this.inner = inner;
    this.clock = clock;
    this.most = most;
  }

  @Override
  public ByteLink open() throws LinkLostException {
    return new WatchedLink(inner.open());
  }

  @Override
  public String describe() {
    return inner.describe();
  }

  @Override
  public Optional<Path> path() {
    return inner.path();
  }

  private final class WatchedLink implements ByteLink {
    private final ByteLink link;
    private Duration begun = clock.monotonic();
    private int bytes;

    WatchedLink(ByteLink link) {
      this.link = link;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws LinkLostException {
      int count = link.read(buffer, timeout);
      Duration now = clock.monotonic();
      if (now.minus(begun).compareTo(WINDOW) >= 0) {
        begun = now;
        bytes = 0;
      }
      bytes += count;
      if (bytes > most) {
        throw new FloodedException("more than " + most + " bytes came in a second");
      }
      return count;
    }

    @Override
    public void write(byte[] data, Duration deadline) throws LinkLostException {
      link.write(data, deadline);
    }

    @Override
    public OptionalInt portStatus() {
      return link.portStatus();
    }

    @Override
    public void close() {
      link.close();
    }
  }
}
