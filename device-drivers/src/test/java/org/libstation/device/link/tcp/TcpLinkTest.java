package org.libstation.device.link.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

@Timeout(300)
class TcpLinkTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void bytes_pass_a_wait_ends_and_a_closed_far_end_is_noticed() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ByteLink link = new TcpLinkOpener("127.0.0.1", server.getLocalPort()).open();
        Socket far = server.accept()) {
      link.write(new byte[] {1, 2}, SHORT);
      assertThat(far.getInputStream().readNBytes(2)).containsExactly(1, 2);
      assertThat(link.read(new byte[4], SHORT)).isZero();
      far.getOutputStream().write(9);
      byte[] buffer = new byte[4];
      assertThat(link.read(buffer, Duration.ofSeconds(2))).isEqualTo(1);
      assertThat(buffer[0]).isEqualTo((byte) 9);
      far.shutdownOutput();
      assertThatThrownBy(() -> link.read(new byte[4], Duration.ofSeconds(2)))
          .isInstanceOf(LinkLostException.class);
    }
  }

  @Test
  void a_far_end_that_reads_nothing_ends_the_write_by_its_deadline() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ByteLink link = new TcpLinkOpener("127.0.0.1", server.getLocalPort()).open();
        Socket _ = server.accept()) {
      byte[] tooMuch = new byte[64 << 20];
      assertThatThrownBy(() -> link.write(tooMuch, Duration.ofMillis(200)))
          .isInstanceOf(LinkLostException.class);
    }
  }

  /// A printer reports at the end of a job, and nobody reads it any more.
  @Test
  void closing_over_unread_bytes_takes_nothing_from_what_was_written_last() throws Exception {
    byte[] job = new byte[200_000];
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ByteLink link = new TcpLinkOpener("127.0.0.1", server.getLocalPort()).open();
      Socket far = server.accept();
      far.getOutputStream().write(new byte[] {0x10, 0, 0, 0});
      assertThat(link.read(new byte[1], Duration.ofSeconds(10))).isEqualTo(1);
      link.write(job, Duration.ofSeconds(10));
      link.close();
      assertThat(far.getInputStream().readAllBytes()).hasSize(job.length);
      far.close();
    }
  }

  @Test
  void a_closed_port_says_what_could_not_be_reached() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    assertThatThrownBy(() -> new TcpLinkOpener("127.0.0.1", port).open())
        .isInstanceOf(LinkLostException.class)
        .hasMessageContaining("127.0.0.1:" + port);
  }
}
