package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.link.TlsTrust;
import org.libstation.central.link.TlsTrust.OwnCertificate;
import org.libstation.central.link.TlsTrust.Server;
import org.libstation.central.sip2.Sip2Session.Exchange;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.testkit.Needs;

/// SIP2 through stunnel, with certificates made by OpenSSL: the way most libraries encrypt it.
@Tag("full")
@Timeout(600)
final class StunnelTest {

  private static final Sip2Request STATUS =
      new Sip2Request.ScStatus("0", "080", "2.00", Sip2Fields.NONE);
  private static final Sip2Dialect DIALECT =
      LibraryDialects.generic()
          .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer"));

  @TempDir private Path folder;
  private Optional<LoopbackFarEnd> library = Optional.empty();
  private Optional<Stunnel> stunnel = Optional.empty();

  @BeforeEach
  void certificates() throws Exception {
    Needs.programs("stunnel", "openssl");
    for (String name : List.of("authority", "stranger")) {
      openssl(
          "req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=%1$s -keyout %1$s.key -out %1$s.pem"
              .formatted(name));
    }
    for (String name : List.of("server", "station")) {
      Files.writeString(folder.resolve(name + ".ext"), "subjectAltName=DNS:localhost\n");
      openssl(
          "req -newkey rsa:2048 -nodes -subj /CN=%1$s -keyout %1$s.key -out %1$s.csr"
              .formatted(name));
      openssl(
          ("x509 -req -in %1$s.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 30"
                  + " -extfile %1$s.ext -out %1$s.pem")
              .formatted(name));
    }
    library = Optional.of(new LoopbackFarEnd(FarEnd.ready(_ -> List.of())));
  }

  @AfterEach
  void stop() throws Exception {
    if (stunnel.isPresent()) {
      stunnel.get().close();
    }
    if (library.isPresent()) {
      library.get().close();
    }
  }

  private void openssl(String words) throws Exception {
    Stunnel.openssl(folder, words);
  }

  private void tunnel(String more) throws Exception {
    stunnel =
        Optional.of(
            Stunnel.before(
                library.orElseThrow().port(),
                folder,
                folder.resolve("server.pem"),
                folder.resolve("server.key"),
                more));
  }

  private Exchange asked(TlsTrust trust) throws Exception {
    try (Sip2Session session =
        new Sip2Session(
            TcpTransport.tls("localhost", port(), trust.context()),
            DIALECT,
            () -> Duration.ofNanos(System.nanoTime()))) {
      return session.ask(STATUS);
    }
  }

  private int port() {
    return stunnel.orElseThrow().port();
  }

  private Server authority(String name) {
    return new Server.Authority(folder.resolve(name + ".pem"));
  }

  @Test
  void an_authority_or_a_pinned_certificate_is_believed_and_a_stranger_is_not() throws Exception {
    tunnel("");
    String pin;
    try (var in = Files.newInputStream(folder.resolve("server.pem"))) {
      pin =
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(
                          CertificateFactory.getInstance("X.509")
                              .generateCertificate(in)
                              .getEncoded()));
    }

    assertThat(asked(new TlsTrust(authority("authority"), Optional.empty())))
        .isInstanceOf(Exchange.Answered.class);
    assertThat(asked(new TlsTrust(new Server.Pinned(pin), Optional.empty())))
        .isInstanceOf(Exchange.Answered.class);
    int heard = library.orElseThrow().heard.size();
    assertThat(asked(new TlsTrust(authority("stranger"), Optional.empty())))
        .isInstanceOf(Exchange.RequestNotSent.class);
    assertThat(library.orElseThrow().heard).hasSize(heard);
  }

  @Test
  void a_client_certificate_opens_a_tunnel_that_asks_for_one() throws Exception {
    tunnel("verifyChain = yes%nCAfile = %s".formatted(folder.resolve("authority.pem")));
    OwnCertificate own =
        new OwnCertificate(folder.resolve("station.pem"), folder.resolve("station.key"));

    assertThat(asked(new TlsTrust(authority("authority"), Optional.of(own))))
        .isInstanceOf(Exchange.Answered.class);
    int heard = library.orElseThrow().heard.size();
    assertThat(asked(new TlsTrust(authority("authority"), Optional.empty())))
        .isInstanceOf(Exchange.RequestNotSent.class);
    assertThat(library.orElseThrow().heard).hasSize(heard);
  }

  @Test
  void words_in_clear_to_an_encrypted_port_reach_nobody() throws Exception {
    tunnel("");
    try (Sip2Session session =
        new Sip2Session(
            TcpTransport.plain("127.0.0.1", port()),
            DIALECT,
            () -> Duration.ofNanos(System.nanoTime()))) {
      assertThat(session.ask(STATUS)).isInstanceOf(Exchange.RequestNotSent.class);
    }
    assertThat(library.orElseThrow().heard).isEmpty();
  }
}
