package org.libstation.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stands between a probe and a central system and rewrites each answer, its checksum too. Bytes
/// are passed on as they are, so the character set does not matter.
final class TalkativeLibrary implements AutoCloseable {
  private static final Pattern TRAILER = Pattern.compile("(.*?)(AY\\d)?AZ[0-9A-F]{4}");

  private final ServerSocket server;
  private final int behind;
  private final UnaryOperator<String> rewrite;

  /// @param behind the port of the central system on this machine
  /// @param rewrite changes an answer without its trailer
  TalkativeLibrary(int behind, UnaryOperator<String> rewrite) throws IOException {
    this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    this.behind = behind;
    this.rewrite = rewrite;
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "talkative");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), behind);
        start(() -> pass(near, far, false));
        start(() -> pass(far, near, true));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void pass(Socket from, Socket to, boolean answers) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int each = in.read();
      while (each >= 0) {
        if (!answers) {
          out.write(each);
        } else if (each == '\r') {
          out.write(rewritten(line.toString(StandardCharsets.ISO_8859_1)));
          out.write('\r');
          line.reset();
        } else if (each == '\n' && line.size() == 0) {
          out.write('\n');
        } else {
          line.write(each);
        }
        if (in.available() == 0) {
          out.flush();
        }
        each = in.read();
      }
    } catch (IOException _) {
      // One of the two hung up; both are closed.
    }
  }

  private byte[] rewritten(String line) {
    Matcher trailer = TRAILER.matcher(line);
    if (!trailer.matches()) {
      return rewrite.apply(line).getBytes(StandardCharsets.ISO_8859_1);
    }
    String number = trailer.group(2) == null ? "" : trailer.group(2);
    String text = rewrite.apply(trailer.group(1)) + number + "AZ";
    int sum = 0;
    for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
      sum += each & 0xFF;
    }
    return (text + "%04X".formatted(-sum & 0xFFFF)).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
