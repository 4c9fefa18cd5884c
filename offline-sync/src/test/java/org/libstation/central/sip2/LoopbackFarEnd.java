package org.libstation.central.sip2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.libstation.central.link.TcpTransport;

/// The scripted far end behind a real socket of this machine.
final class LoopbackFarEnd implements AutoCloseable {

  private final FarEnd farEnd;
  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Thread accepting;
  final List<String> heard = new CopyOnWriteArrayList<>();

  LoopbackFarEnd(FarEnd farEnd) throws IOException {
    this.farEnd = farEnd;
    this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    this.accepting = Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  TcpTransport transport() {
    return TcpTransport.plain(server.getInetAddress().getHostAddress(), server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != '\r') {
          line.write(b);
          continue;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        heard.add(text);
        if (!play(socket, farEnd.hear(text))) {
          return;
        }
      }
    } catch (IOException gone) {
      // The station hung up, which is its right.
    }
  }

  private static boolean play(Socket socket, List<FarEnd.Step> steps) throws IOException {
    for (FarEnd.Step step : steps) {
      switch (step) {
        case FarEnd.Step.Say(String bytes) ->
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        case FarEnd.Step.HangUp _ -> {
          return false;
        }
        case FarEnd.Step.Reset _ -> {
          socket.setSoLinger(true, 0);
          return false;
        }
        case FarEnd.Step.Wait _ -> throw new AssertionError("real time is not waited for");
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    accepting.interrupt();
  }
}
