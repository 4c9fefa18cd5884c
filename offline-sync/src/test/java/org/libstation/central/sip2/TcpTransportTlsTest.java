package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.central.link.EncryptionProbe;
import org.libstation.central.link.LineFault;
import org.libstation.central.link.TcpTransport;

/// TLS to a server of this machine whose certificate names `localhost` only.
@Timeout(300)
final class TcpTransportTlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final Duration WAIT = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private SSLContext trusting;
  private SSLServerSocket server;

  @BeforeEach
  void serve() throws Exception {
    Path store = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor(180, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    SSLContext serving = context(keys, true);
    trusting = context(keys, false);
    server = (SSLServerSocket) serving.getServerSocketFactory().createServerSocket(0);
    Thread.ofVirtual().start(this::echo);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void echo() {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        socket.getInputStream().transferTo(socket.getOutputStream());
      } catch (IOException refusedOrClosed) {
        // The next one may be welcome.
      }
    }
  }

  private static SSLContext context(KeyStore store, boolean ownKey)
      throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD);
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    try {
      anchors.load(null, null);
    } catch (IOException impossible) {
      throw new GeneralSecurityException(impossible);
    }
    anchors.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(ownKey ? keys.getKeyManagers() : null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void bytes_go_both_ways() throws IOException {
    try (TcpTransport transport = TcpTransport.tls("localhost", server.getLocalPort(), trusting)) {
      transport.open(WAIT);
      transport.write(new byte[] {'9', '9', '\r'});
      byte[] buffer = new byte[16];

      assertThat(transport.read(buffer, WAIT)).isEqualTo(3);
      assertThat(buffer).startsWith('9', '9', '\r');
      assertThat(transport.read(buffer, Duration.ZERO)).isZero();
    }
  }

  private static final byte[] ASKED = {'9', '9', '\r'};

  private static Optional<LineFault> look(TcpTransport line, int port) {
    return new EncryptionProbe(TcpTransport.plain("localhost", port))
        .look(line, ASKED, Duration.ofSeconds(5));
  }

  @Test
  void a_look_at_a_port_that_encrypts_finds_out_who_does_not() {
    int port = server.getLocalPort();
    assertThat(look(TcpTransport.tls("localhost", port, trusting), port)).isEmpty();
    assertThat(look(TcpTransport.plain("localhost", port), port))
        .contains(LineFault.FAR_END_ENCRYPTS);
    assertThat(look(TcpTransport.tls("127.0.0.1", port, trusting), port))
        .contains(LineFault.CERTIFICATE_OTHER_NAME);
  }

  @Test
  void a_look_at_a_port_that_does_not_encrypt_finds_out_who_does() throws Exception {
    try (ServerSocket open = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      // A central system that waits for the end of a line, as most do.
      Thread.ofVirtual()
          .start(
              () -> {
                while (!open.isClosed()) {
                  try (Socket socket = open.accept()) {
                    byte[] heard = new byte[64];
                    int count = socket.getInputStream().read(heard);
                    if (count > 0 && heard[0] == '9') {
                      socket.getOutputStream().write(new byte[] {'9', '8', '\r'});
                    } else {
                      int _ = socket.getInputStream().read(new byte[4096]);
                    }
                  } catch (IOException closed) {
                    // The next one.
                  }
                }
              });
      int port = open.getLocalPort();
      assertThat(look(TcpTransport.plain("localhost", port), port)).isEmpty();
      assertThat(look(TcpTransport.tls("localhost", port, trusting), port))
          .contains(LineFault.FAR_END_PLAIN);
    }
  }

  @Test
  void a_look_at_nobody_says_so() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    assertThat(look(TcpTransport.plain("localhost", port), port))
        .contains(LineFault.NOBODY_LISTENS);
    assertThat(look(TcpTransport.plain("no-such-host.invalid", port), port))
        .contains(LineFault.HOST_UNKNOWN);
  }

  @Test
  @Tag("full")
  void a_certificate_for_another_name_is_refused() {
    try (TcpTransport transport = TcpTransport.tls("127.0.0.1", server.getLocalPort(), trusting)) {
      assertThatThrownBy(() -> transport.open(WAIT)).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void a_certificate_nobody_vouches_for_is_refused() throws Exception {
    try (TcpTransport transport =
        TcpTransport.tls("localhost", server.getLocalPort(), SSLContext.getDefault())) {
      assertThatThrownBy(() -> transport.open(WAIT)).isInstanceOf(SSLException.class);
    }
  }
}
