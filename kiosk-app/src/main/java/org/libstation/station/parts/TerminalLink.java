package org.libstation.station.parts;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.payment.TerminalLine;

/// Adapts a device link to a payment terminal's line.
final class TerminalLink implements TerminalLine {
  private static final Duration WRITTEN = Duration.ofSeconds(5);

  private final LinkOpener opener;
  private volatile @Nullable ByteLink link;

  TerminalLink(LinkOpener opener) {
    this.opener = opener;
  }

  /// An operation on an open link.
  private interface LinkUse<T> {
    T of(ByteLink open) throws LinkLostException;
  }

  private <T> T with(LinkUse<T> use) throws IOException {
    ByteLink open = link;
    if (open == null) {
      throw new IOException(opener.describe() + " is not open");
    }
    try {
      return use.of(open);
    } catch (LinkLostException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void open() throws IOException {
    close();
    try {
      link = opener.open();
    } catch (LinkLostException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    boolean _ =
        with(
            open -> {
              open.write(bytes, WRITTEN);
              return true;
            });
  }

  @Override
  public int read(byte[] buffer, Duration within) throws IOException {
    return with(open -> open.read(buffer, within));
  }

  @Override
  public void close() {
    ByteLink open = link;
    link = null;
    if (open != null) {
      open.close();
    }
  }
}
