package org.libstation.lab.link.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;

/// A twin behind HTTP at a port of this computer. Several clients may send requests at once.
///
/// The body of each request is one turn of the twin, and the twin's bytes are the body of the
/// response. If the twin sends nothing, the connection ends without a response.
public final class HttpTwin implements PluggedTwin {
  /// Longest request in bytes; the rest of a longer one is not read.
  private static final int LONGEST = 16 << 20;

  private final Twin twin;
  private final String path;
  private final String type;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("twin by http ", 0).factory());
  private final int port;
  private @Nullable HttpServer server;

  private HttpTwin(Twin twin, int port, String path, String type) {
    this.twin = twin;
    this.path = path;
    this.type = type;
    this.server = listen(port);
    this.port = server.getAddress().getPort();
  }

  /// @param port 0 for any free port
  /// @param path regular expression of the twin's paths; any other path is not found
  /// @param type media type of the responses, such as `application/ipp`
  /// @throws UncheckedIOException if the port is not available
  public static HttpTwin plugged(Twin twin, int port, String path, String type) {
    return new HttpTwin(twin, port, path, type);
  }

  private HttpServer listen(int at) {
    try {
      HttpServer listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 8);
      listening.createContext("/", this::serve);
      listening.setExecutor(threads);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String place() {
    return "127.0.0.1:" + port;
  }

  @Override
  public synchronized void unplug() {
    HttpServer old = server;
    server = null;
    if (old != null) {
      old.stop(0);
    }
  }

  @Override
  public synchronized boolean plugged() {
    return server != null;
  }

  @Override
  public synchronized void plug() {
    if (server == null) {
      server = listen(port);
    }
  }

  @Override
  public void close() {
    unplug();
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] asked = exchange.getRequestBody().readNBytes(LONGEST);
      if (!exchange.getRequestURI().getPath().matches(path)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] answer = twin.exchange(asked);
      if (answer.length > 0) {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
      }
    }
  }
}
