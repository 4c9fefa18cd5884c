package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.link.TlsTrust;
import org.libstation.central.link.TlsTrust.OwnCertificate;
import org.libstation.central.link.TlsTrust.Server;
import org.libstation.lab.embedded.LibraryDialects;

/// Whom an encrypted connection believes, against a server of this machine.
@Timeout(300)
final class TlsTrustTest {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final Duration WAIT = Duration.ofMinutes(1);

  @TempDir private static Path folder;

  private Optional<SSLServerSocket> serving = Optional.empty();

  @BeforeAll
  static void makeCertificates() throws Exception {
    List<String> names = List.of("server", "station");
    List<Process> generating = new ArrayList<>();
    for (String name : names) {
      generating.add(generate(name));
    }
    for (Process keytool : generating) {
      assertThat(keytool.waitFor(180, TimeUnit.SECONDS)).isTrue();
    }
    for (String name : names) {
      KeyStore store = store(name);
      write(name + ".pem", "CERTIFICATE", store.getCertificate(name).getEncoded());
      write(name + ".key", "PRIVATE KEY", store.getKey(name, PASSWORD).getEncoded());
    }
  }

  @AfterEach
  void stop() throws IOException {
    if (serving.isPresent()) {
      serving.get().close();
    }
  }

  private static Process generate(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keystore",
            folder.resolve(name + ".p12").toString(),
            "-storepass",
            new String(PASSWORD),
            "-alias",
            name,
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=dns:localhost")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".txt").toFile())
        .start();
  }

  private static KeyStore store(String name) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static void write(String file, String what, byte[] der) throws IOException {
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
            .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)),
        StandardCharsets.US_ASCII);
  }

  private static String fingerprint(String name) throws GeneralSecurityException, IOException {
    return HexFormat.ofDelimiter(":")
        .withUpperCase()
        .formatHex(
            MessageDigest.getInstance("SHA-256")
                .digest(store(name).getCertificate(name).getEncoded()));
  }

  /// Echoes what it hears; with a client certificate, only to who shows the station's.
  private int serve(boolean wantsClient) throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store("server"), PASSWORD);
    KeyStore clients = KeyStore.getInstance("PKCS12");
    clients.load(null, null);
    clients.setCertificateEntry("station", store("station").getCertificate("station"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(clients);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    SSLServerSocket server =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
    server.setNeedClientAuth(wantsClient);
    serving = Optional.of(server);
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (var socket = server.accept()) {
                  socket.getInputStream().transferTo(socket.getOutputStream());
                } catch (IOException refusedOrClosed) {
                  // The next one may be welcome.
                }
              }
            });
    return server.getLocalPort();
  }

  private static TlsTrust trust(Server server) {
    return new TlsTrust(server, Optional.empty());
  }

  private static Server authority() {
    return new Server.Authority(folder.resolve("server.pem"));
  }

  private static String echoed(String host, int port, TlsTrust trust)
      throws IOException, GeneralSecurityException {
    try (TcpTransport transport = TcpTransport.tls(host, port, trust.context())) {
      transport.open(WAIT);
      transport.write(new byte[] {'9', '7', '\r'});
      byte[] buffer = new byte[16];
      int length = transport.read(buffer, WAIT);
      return length < 0 ? "closed" : new String(buffer, 0, length, StandardCharsets.US_ASCII);
    }
  }

  @Test
  void an_authority_of_the_sites_own_is_believed_for_the_right_name_only() throws Exception {
    int port = serve(false);

    assertThat(echoed("localhost", port, trust(authority()))).isEqualTo("97\r");
    assertThatThrownBy(() -> echoed("127.0.0.1", port, trust(authority())))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void a_server_that_nobody_vouches_for_is_refused() throws Exception {
    int port = serve(false);

    assertThatThrownBy(() -> echoed("localhost", port, trust(new Server.MachinesAuthorities())))
        .isInstanceOf(SSLException.class);
    assertThatThrownBy(
            () ->
                echoed(
                    "localhost", port, trust(new Server.Authority(folder.resolve("station.pem")))))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void a_pinned_certificate_is_believed_under_any_name_and_no_other_is() throws Exception {
    int port = serve(false);

    assertThat(echoed("127.0.0.1", port, trust(new Server.Pinned(fingerprint("server")))))
        .isEqualTo("97\r");
    assertThatThrownBy(
            () -> echoed("localhost", port, trust(new Server.Pinned(fingerprint("station")))))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("another certificate than the pinned one");
  }

  @Test
  void a_client_certificate_is_shown_where_it_is_asked_for() throws Exception {
    int port = serve(true);
    OwnCertificate own =
        new OwnCertificate(folder.resolve("station.pem"), folder.resolve("station.key"));
    OwnCertificate another =
        new OwnCertificate(folder.resolve("server.pem"), folder.resolve("server.key"));

    assertThat(echoed("localhost", port, new TlsTrust(authority(), Optional.of(own))))
        .isEqualTo("97\r");
    assertThatThrownBy(() -> echoed("localhost", port, trust(authority())))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> echoed("localhost", port, new TlsTrust(authority(), Optional.of(another))))
        .isInstanceOf(IOException.class);
  }

  /// A downgrade would hand the login's password to whoever listens.
  @Test
  void a_server_without_encryption_never_hears_a_message() throws Exception {
    try (ServerSocket plain = new ServerSocket(0)) {
      CompletableFuture<String> heard = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(
              () -> {
                try (var socket = plain.accept()) {
                  socket.getOutputStream().write("login: \r".getBytes(StandardCharsets.US_ASCII));
                  heard.complete(
                      new String(
                          socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
                } catch (IOException reset) {
                  heard.complete("");
                }
              });
      Sip2Dialect dialect =
          LibraryDialects.generic()
              .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer"));
      try (Sip2Session session =
          new Sip2Session(
              TcpTransport.tls("localhost", plain.getLocalPort(), trust(authority()).context()),
              dialect,
              () -> Duration.ofNanos(System.nanoTime()))) {
        assertThat(session.ask(new Sip2Request.ScStatus("0", "080", "2.00", Sip2Fields.NONE)))
            .isInstanceOf(Sip2Session.Exchange.RequestNotSent.class);
      }
      // A login begins so; a shorter text may stand by chance in what is encrypted.
      assertThat(heard.get(180, TimeUnit.SECONDS)).doesNotContain("kiosk1", "hedgehog7", "9300CN");
    }
  }

  @Test
  void files_that_hold_no_certificate_or_key_are_named() throws Exception {
    Path empty = folder.resolve("empty.pem");
    Files.writeString(empty, "nothing\n");

    assertThatThrownBy(() -> trust(new Server.Authority(empty)).context())
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageContaining("empty.pem holds no certificate");
    assertThatThrownBy(
            () ->
                new TlsTrust(
                        authority(),
                        Optional.of(new OwnCertificate(folder.resolve("station.pem"), empty)))
                    .context())
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageContaining("empty.pem holds no private key");
    assertThatThrownBy(() -> new Server.Pinned("12:34"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
