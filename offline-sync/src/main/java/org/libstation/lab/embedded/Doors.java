package org.libstation.lab.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// A listening port; each connection gets a thread. It can be closed and opened again on the same
/// port number.
final class Doors implements AutoCloseable {
  /// Most connections at once: fifty stations with two each, and some that are ending. Further ones
  /// are closed at once.
  static final int MAX_CONNECTIONS = 128;

  private static final Duration LISTENER_ENDS = Duration.ofSeconds(5);

  private final String name;
  private final InetAddress host;
  private final Consumer<Socket> serve;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private Optional<OpenDoor> listening = Optional.empty();
  private volatile int port;

  private record OpenDoor(ServerSocket server, Thread thread) {}

  /// @param port 0 for any free port
  /// @param serve called in a thread of its own for each connection; it ends when the socket is
  ///   closed
  Doors(String name, InetAddress host, int port, Consumer<Socket> serve) {
    this.name = name;
    this.host = host;
    this.port = port;
    this.serve = serve;
  }

  /// @throws UncheckedIOException if the port is taken
  synchronized void open() {
    if (listening.isPresent()) {
      return;
    }
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(host, port));
      port = server.getLocalPort();
      Thread thread =
          Thread.ofPlatform().daemon().name(name + " listening").start(() -> accept(server));
      listening = Optional.of(new OpenDoor(server, thread));
    } catch (IOException taken) {
      throw new UncheckedIOException(name + " cannot listen on port " + port, taken);
    }
  }

  int port() {
    return port;
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        admit(server, socket);
      } catch (IOException closed) {
        // shut, or the connection was gone before it was accepted: the loop's condition decides
      }
    }
  }

  private void admit(ServerSocket server, Socket socket) {
    open.add(socket);
    if (open.size() > MAX_CONNECTIONS || server.isClosed()) {
      close(socket);
      return;
    }
    Thread.ofPlatform()
        .daemon()
        .name(name + " connection")
        .start(
            () -> {
              try {
                serve.accept(socket);
              } finally {
                close(socket);
              }
            });
  }

  private void close(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException broken) {
      // a socket that cannot be closed is closed
    }
  }

  /// Closes the port and all connections.
  @Override
  public synchronized void close() {
    listening.ifPresent(Doors::end);
    listening = Optional.empty();
    open.forEach(this::close);
  }

  /// Closes the port. The kernel accepts connections for a closed socket until the accepting thread
  /// has left its call.
  private static void end(OpenDoor listening) {
    try {
      listening.server().close();
    } catch (IOException broken) {
      // a socket that cannot be closed is closed
    }
    try {
      listening.thread().join(LISTENER_ENDS);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
