package org.libstation.lab.link.tcp;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;

/// A twin behind a raw TCP port of this computer, like a printer's network card. It takes one
/// connection at a time and refuses all others. It can be unplugged, and has the same port
/// afterwards.
public final class TcpTwin implements PluggedTwin {
  private static final int TURN_MILLIS = 5;

  private final Twin twin;
  private final int port;
  private @Nullable ServerSocket listening;
  private @Nullable Socket connected;
  private boolean plugged = true;
  private boolean usedByAnother;
  private boolean deaf;
  private boolean closed;
  private int connections;

  private TcpTwin(Twin twin, ServerSocket first) {
    this.twin = twin;
    this.port = first.getLocalPort();
    this.listening = first;
  }

  /// Plugs the twin in at a free port.
  public static TcpTwin plugged(Twin twin) {
    return plugged(twin, 0);
  }

  /// @param port 0 for any free port
  /// @throws UncheckedIOException if the port is not available
  public static TcpTwin plugged(Twin twin, int port) {
    TcpTwin plugged = new TcpTwin(twin, listen(port));
    Thread.ofPlatform().daemon().name("twin at tcp " + plugged.port).start(plugged::run);
    return plugged;
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The address that a driver opens.
  public String address() {
    return "tcp:" + place();
  }

  @Override
  public String place() {
    return "127.0.0.1:" + port;
  }

  /// Number of connections made so far.
  public synchronized int connections() {
    return connections;
  }

  /// Whether a client is connected.
  public synchronized boolean inUse() {
    return connected != null;
  }

  /// Simulates another computer that prints on the device: connections are refused until it is
  /// done.
  public synchronized void usedByAnother(boolean used) {
    usedByAnother = used;
    listenOrNot();
  }

  /// Leaves the connection open with nothing at its far end, as after a power cut or after a
  /// network switch forgot it. Ends when the twin is plugged in anew.
  public synchronized void halfOpen() {
    deaf = true;
  }

  @Override
  public synchronized void unplug() {
    plugged = false;
    quietly(connected);
    listenOrNot();
  }

  @Override
  public synchronized boolean plugged() {
    return plugged;
  }

  @Override
  public synchronized void plug() {
    if (deaf) {
      deaf = false;
      quietly(connected);
    }
    plugged = true;
    listenOrNot();
  }

  @Override
  public synchronized void close() {
    closed = true;
    unplug();
  }

  private synchronized void listenOrNot() {
    boolean wanted = plugged && !usedByAnother && !closed && connected == null;
    if (!wanted) {
      quietly(listening);
      listening = null;
    } else if (listening == null) {
      listening = listen(port);
    }
    notifyAll();
  }

  private void run() {
    try {
      for (Socket socket = accept(); socket != null; socket = accept()) {
        serve(socket);
        quietly(socket);
        synchronized (this) {
          connected = null;
          listenOrNot();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for the next connection. While one connection is served, all others are refused.
  private @Nullable Socket accept() throws InterruptedException {
    while (true) {
      ServerSocket at;
      synchronized (this) {
        while (listening == null && !closed) {
          wait();
        }
        at = listening;
      }
      if (at == null) {
        return null;
      }
      try {
        Socket socket = at.accept();
        if (taken(socket, at)) {
          return socket;
        }
      } catch (IOException _) {
        // Unplugged during the wait.
      }
    }
  }

  /// Whether the connection counts. A listening socket that was closed while this thread waited
  /// still accepts connections until the thread has woken; those are refused.
  private synchronized boolean taken(Socket socket, ServerSocket at) throws IOException {
    if (at.isClosed()) {
      socket.close();
      return false;
    }
    socket.setSoTimeout(TURN_MILLIS);
    connections++;
    connected = socket;
    listenOrNot();
    return true;
  }

  private void serve(Socket socket) throws InterruptedException {
    byte[] buffer = new byte[1024];
    try {
      while (!socket.isClosed()) {
        int count = 0;
        if (gone() || !twin.ready()) {
          Thread.sleep(TURN_MILLIS);
        } else {
          count = read(socket, buffer);
        }
        if (count < 0) {
          return;
        }
        if (!gone()) {
          socket.getOutputStream().write(twin.exchange(Arrays.copyOf(buffer, count)));
        }
      }
    } catch (IOException _) {
      // Unplugged; the twin itself stays alive.
    }
  }

  private static int read(Socket socket, byte[] buffer) throws IOException {
    try {
      return socket.getInputStream().read(buffer);
    } catch (SocketTimeoutException _) {
      return 0;
    }
  }

  private synchronized boolean gone() {
    return deaf;
  }

  private static void quietly(@Nullable Closeable socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException _) {
      // The socket is given up in any case.
    }
  }
}
