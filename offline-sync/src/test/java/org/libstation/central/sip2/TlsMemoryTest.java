package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.link.TlsTrust;
import org.libstation.central.link.TlsTrust.Server;
import org.libstation.testkit.Needs;

/// An encrypted connection that rests holds nothing of its last message: everything that is alive
/// in this process is searched for it.
@Tag("full")
@Timeout(600)
final class TlsMemoryTest {
  private static final int LENGTH = 24;
  private static final byte MASK = 0x5A;
  private static final Duration WAIT = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void an_open_connection_keeps_nothing_of_what_went_over_it() throws Exception {
    Needs.programs("stunnel", "openssl");
    try (ServerSocket echo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(echo));
      Stunnel stunnel = Stunnel.before(echo.getLocalPort(), folder);
      try (stunnel;
          TcpTransport transport =
              TcpTransport.tls(
                  "localhost",
                  stunnel.port(),
                  new TlsTrust(new Server.Authority(stunnel.certificate()), Optional.empty())
                      .context())) {
        transport.open(WAIT);
        byte[] masked = new byte[LENGTH];
        new SecureRandom().nextBytes(masked);
        byte[] message = unmasked(masked);
        transport.write(message);
        byte[] answer = new byte[256];
        assertThat(transport.read(answer, WAIT)).isEqualTo(LENGTH);
        assertThat(Arrays.copyOf(answer, LENGTH)).isEqualTo(message);

        assertThat(heapHolds(masked)).as("seen while the message is held here").isTrue();
        Arrays.fill(message, (byte) 0);
        Arrays.fill(answer, (byte) 0);
        assertThat(heapHolds(masked)).as("kept by the connection").isFalse();
      }
    }
  }

  private static byte[] unmasked(byte[] masked) {
    byte[] bytes = masked.clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= MASK;
    }
    return bytes;
  }

  /// Says back what it hears and forgets it.
  private static void serve(ServerSocket server) {
    while (!server.isClosed()) {
      byte[] buffer = new byte[LENGTH];
      try (Socket socket = server.accept()) {
        for (int count = socket.getInputStream().read(buffer);
            count > 0;
            count = socket.getInputStream().read(buffer)) {
          socket.getOutputStream().write(buffer, 0, count);
          Arrays.fill(buffer, (byte) 0);
        }
      } catch (IOException _) {
        // It hung up.
      }
    }
  }

  /// Whether what is alive holds the bytes that these are the mask of.
  private boolean heapHolds(byte[] masked) throws IOException {
    Path dump = folder.resolve("heap-" + System.nanoTime() + ".hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), true);
    boolean found = holds(Files.readAllBytes(dump), masked);
    Files.delete(dump);
    return found;
  }

  private static boolean holds(byte[] heap, byte[] masked) {
    for (int at = 0; at + masked.length <= heap.length; at++) {
      int same = 0;
      while (same < masked.length && (heap[at + same] ^ MASK) == masked[same]) {
        same++;
      }
      if (same == masked.length) {
        return true;
      }
    }
    return false;
  }
}
