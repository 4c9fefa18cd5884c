package org.libstation.lab.link.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libstation.device.escpos.lab.EscPosTwin;

class TcpTwinTest {
  private static final int ROUNDS = 300;
  private static final int LIMIT_MILLIS = 60_000;

  /// The kernel may let a connection in at a listening socket that was just closed.
  @Test
  @Timeout(300)
  void who_comes_while_another_prints_is_refused_however_soon_after() throws Exception {
    try (TcpTwin twin = TcpTwin.plugged(new EscPosTwin(576))) {
      int port = Integer.parseInt(twin.place().substring(twin.place().indexOf(':') + 1));
      for (int round = 0; round < ROUNDS; round++) {
        twin.usedByAnother(true);
        assertThat(refused(port)).as("round %s", round).isTrue();
        twin.usedByAnother(false);
      }
      assertThat(twin.connections()).isZero();
    }
  }

  private static boolean refused(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(LIMIT_MILLIS);
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException _) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }
}
