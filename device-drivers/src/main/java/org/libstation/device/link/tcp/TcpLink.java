package org.libstation.device.link.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.Deadline;
import org.libstation.device.link.LinkLostException;

/// One TCP connection, until it is lost.
final class TcpLink implements ByteLink {
  private static final int MOST_UNREAD = 1 << 16;

  private final Socket socket;
  private final String what;

  TcpLink(Socket socket, String what) {
    this.socket = socket;
    this.what = what;
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws LinkLostException {
    try {
      // 0 would mean "wait for ever".
      socket.setSoTimeout((int) Math.max(1, timeout.toMillis()));
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        throw lost("was closed by the far end");
      }
      return count;
    } catch (SocketTimeoutException _) {
      return 0;
    } catch (IOException e) {
      throw lost(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void write(byte[] bytes, Duration deadline) throws LinkLostException {
    try (Deadline limit = Deadline.closing(deadline, what, this::close)) {
      socket.getOutputStream().write(bytes);
      if (limit.passed()) {
        throw lost("took no more bytes for " + deadline.toMillis() + " ms");
      }
    } catch (IOException e) {
      throw lost(String.valueOf(e.getMessage()));
    }
  }

  /// Closes the connection after discarding unread input. Otherwise the connection would be reset,
  /// and the far end might drop data that it has not printed yet (RFC 2525, 2.17).
  @Override
  public void close() {
    try {
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      long unread = Math.min(MOST_UNREAD, in.available());
      while (unread > 0) {
        unread -= Math.max(1, in.skip(unread));
      }
    } catch (IOException _) {
      // The connection was already closed or lost.
    }
    TcpLinkOpener.quietly(socket);
  }

  private LinkLostException lost(String why) {
    close();
    return new LinkLostException(what + ": " + why);
  }
}
