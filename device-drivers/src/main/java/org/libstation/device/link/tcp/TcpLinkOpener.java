package org.libstation.device.link.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Opens a TCP connection to a device.
public final class TcpLinkOpener implements LinkOpener {
  /// Longest time for a connect.
  public static final Duration CONNECT_LIMIT = Duration.ofMillis(500);

  private final String host;
  private final int port;

  public TcpLinkOpener(String host, int port) {
    this.host = host;
    this.port = port;
  }

  @Override
  public ByteLink open() throws LinkLostException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(host, port), (int) CONNECT_LIMIT.toMillis());
      return new TcpLink(socket, describe());
    } catch (IOException e) {
      quietly(socket);
      throw new LinkLostException(describe() + " could not be reached: " + e.getMessage());
    }
  }

  @Override
  public String describe() {
    return host + ":" + port;
  }

  static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // The socket is given up in any case.
    }
  }
}
