package org.libstation.lab.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One connection to the control port: a command a line in, one line out.
final class ControlConnection {
  /// A longer line ends the connection.
  private static final int MAX_LINE = 500;

  private ControlConnection() {}

  static void serve(Socket socket, Commands commands) {
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream()) {
      String line = readLine(in);
      while (!line.isEmpty()) {
        out.write((commands.run(line.strip()) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        line = readLine(in);
      }
    } catch (IOException gone) {
      // whoever commanded has left
    }
  }

  /// A line with its end; empty at the end of the stream or when it grows too long.
  private static String readLine(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    int character = in.read();
    while (character >= 0 && character != '\n' && line.length() < MAX_LINE) {
      line.append((char) character);
      character = in.read();
    }
    return character == '\n' ? line.append('\n').toString() : "";
  }
}
