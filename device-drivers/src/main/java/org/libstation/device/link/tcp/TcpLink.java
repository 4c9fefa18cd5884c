package org.libstation.device.link.tcp;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.Deadline;
import org.libstation.device.link.LinkLostException;

/// One TCP connection, until it is lost.
final class TcpLink implements ByteLink {
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

  @Override
  public void close() {
    TcpLinkOpener.quietly(socket);
  }

  private LinkLostException lost(String why) {
    close();
    return new LinkLostException(what + ": " + why);
  }
}
