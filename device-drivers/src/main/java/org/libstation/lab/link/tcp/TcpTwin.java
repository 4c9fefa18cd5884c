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

/// A twin behind a raw TCP port of this computer, as a printer's network card has it: it takes one
/// connection at a time and refuses any other. It can be unplugged, and keeps its port for the time
/// after.
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

  /// @param port 0 for any that is free
  /// @throws UncheckedIOException when the port is not to be had
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

  /// What a driver opens.
  public String address() {
    return "tcp:" + place();
  }

  @Override
  public String place() {
    return "127.0.0.1:" + port;
  }

  /// How many connections were made to it.
  public synchronized int connections() {
    return connections;
  }

  /// Whether somebody is connected.
  public synchronized boolean inUse() {
    return connected != null;
  }

  /// Another computer prints on it: connections are refused until it is done.
  public synchronized void usedByAnother(boolean used) {
    usedByAnother = used;
    listenOrNot();
  }

  /// Its connection stays open and nothing is at its end any more, as after a power cut or where a
  /// switch between forgot it; until it is plugged in anew.
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

  /// The next one; while it is served nobody else is listened to.
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
        // Unplugged while it waited.
      }
    }
  }

  /// Whether the connection counts. A listening socket that was closed while this thread waited at
  /// it goes on taking connections until the thread has woken; whoever got in so is refused.
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
      // Unplugged: the twin itself goes on living.
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
      // It is given up either way.
    }
  }
}
