package org.libstation.lab.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// A bare client on a socket: lines with hand-made trailers, no codec of ours.
final class LineClient implements AutoCloseable {
  static final String CLOSED = "(closed)";
  static final String SILENCE = "(silence)";

  private final Socket socket;

  LineClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /// Logged in, without error detection.
  static LineClient loggedIn(int port) throws IOException {
    LineClient client = new LineClient(port);
    String answer = client.ask("9300CNstation1|COstation1|CP|", 5000);
    if (!answer.equals("941")) {
      client.close();
      throw new AssertionError("login answered by " + answer);
    }
    return client;
  }

  void send(String line) throws IOException {
    send((line + "\r").getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  String ask(String line, int waitMillis) throws IOException {
    send(line);
    return read(waitMillis);
  }

  /// The next line without its CR, or [#SILENCE], or [#CLOSED].
  String read(int waitMillis) throws IOException {
    socket.setSoTimeout(waitMillis);
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      int b = in.read();
      while (b >= 0 && b != '\r' && b != '\n') {
        line.write(b);
        b = in.read();
      }
      return b < 0 ? CLOSED : line.toString(StandardCharsets.UTF_8);
    } catch (SocketTimeoutException nothing) {
      return SILENCE;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
