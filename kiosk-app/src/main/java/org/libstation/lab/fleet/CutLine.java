package org.libstation.lab.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A connection to a port of this machine that can be cut without a goodbye, like a pulled plug.
/// With several ports it leads to the first that answers, like a load balancer before a cluster.
final class CutLine implements AutoCloseable {
  private final ServerSocket door;
  private final List<Integer> to;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  CutLine(List<Integer> to) {
    this.to = List.copyOf(to);
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        sockets.add(near);
        Socket far = reached();
        sockets.add(far);
        Thread.ofVirtual().start(() -> pass(near, far));
        Thread.ofVirtual().start(() -> pass(far, near));
      } catch (IOException e) {
        // The broker is away: the caller is disconnected.
        cut();
      }
    }
  }

  private Socket reached() throws IOException {
    IOException last = new IOException("no port");
    for (int each : to) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), each);
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // The connection was cut.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  /// Closes all connections.
  void cut() {
    for (Socket each : sockets) {
      try {
        each.setSoLinger(true, 0);
        each.close();
      } catch (IOException e) {
        // The socket was closed meanwhile.
      }
    }
    sockets.clear();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
