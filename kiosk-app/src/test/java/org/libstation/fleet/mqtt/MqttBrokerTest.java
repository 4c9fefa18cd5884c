package org.libstation.fleet.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.central.link.TlsTrust;
import org.libstation.fleet.Beside;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.BrokerException.BrokerProblem;
import org.libstation.fleet.NewsDesk;
import org.libstation.fleet.NewsStore;
import org.libstation.fleet.Samples;
import org.libstation.fleet.StationName;
import org.libstation.fleet.Topics;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.sync.StepLoop;
import org.libstation.testkit.Calls;
import org.libstation.testkit.FreePorts;
import org.libstation.testkit.Needs;

/// Beside a real broker, and beside what only says that it is one.
@Timeout(600)
final class MqttBrokerTest {
  private static final String STATION = "hkpl/central/box-2";

  @TempDir private Path folder;
  private final List<AutoCloseable> ended = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : ended.reversed()) {
      each.close();
    }
  }

  private static MqttBroker plain(int port) {
    return new MqttBroker(
        "127.0.0.1", port, new MqttBroker.BrokerAccess(Optional.empty(), Optional.empty()));
  }

  private Mosquitto mosquitto(String... settings) throws IOException {
    Mosquitto broker = new Mosquitto(folder, settings);
    ended.add(broker);
    return broker.begin();
  }

  /// A station that runs.
  private final class Running implements AutoCloseable {
    final NewsStore store;
    final NewsDesk desk;
    private final StepLoop loop;
    volatile LinkState link = LinkState.ONLINE;

    Running(String name, Broker broker) {
      store = NewsStore.open(folder.resolve(name), new Random(name.hashCode()));
      desk =
          new NewsDesk(
              broker,
              Topics.of("libstation/v1", StationName.parse(STATION), store.id()),
              "0.1.0",
              store,
              _ -> {},
              figures -> Optional.of(Samples.news(link, figures)),
              Optional::empty,
              Beside.NOTHING,
              new NewsDesk.Time(
                  InstantSource.system(),
                  () -> Duration.ofNanos(System.nanoTime()),
                  new Random(1)));
      loop = new StepLoop("fleet", desk::step);
      loop.start();
      ended.add(this);
    }

    String topic(String last) {
      return "libstation/v1/" + STATION + "/" + store.id() + "/" + last;
    }

    @Override
    public void close() {
      desk.interrupt();
      loop.close();
      desk.end();
    }
  }

  private static void saysSoon(Path heard, String... parts) {
    await()
        .atMost(Mosquitto.SOON)
        .untilAsserted(
            () ->
                assertThat(Files.readAllLines(heard))
                    .anySatisfy(line -> assertThat(line).contains(parts)));
  }

  @Test
  void a_real_broker_passes_birth_state_change_answer_and_end_on() throws Exception {
    Mosquitto broker = mosquitto();
    Path live = broker.hears("live");
    Running station = new Running("a", plain(broker.port()));

    saysSoon(live, station.topic("presence") + " ", "\"presence\":\"born\"", "\"boot\":1");
    saysSoon(live, station.topic("state") + " ", "\"number\":1", "\"link\":\"online\"");
    station.link = LinkState.SILENT;
    saysSoon(live, station.topic("state") + " 0 ", "\"number\":2", "\"link\":\"silent\"");
    broker.says("libstation/v1/who", "");
    saysSoon(live, station.topic("state") + " 0 ", "\"number\":3");
    // Retained, for who comes later.
    Path later = broker.hears("later");
    saysSoon(later, station.topic("state") + " 1 ", "\"number\":");
    saysSoon(later, station.topic("presence") + " 1 ", "born");
    station.close();
    saysSoon(later, station.topic("presence") + " 0 ", "\"presence\":\"ended\"");
    assertThat(Files.readString(later)).doesNotContain("\"lost\"");
  }

  @Test
  void a_line_that_is_cut_is_told_by_the_will_and_a_broker_that_was_away_hears_of_the_newest()
      throws Exception {
    Needs.programs("socat");
    Mosquitto broker = mosquitto();
    Path live = broker.hears("live");
    int door = FreePorts.one();
    Process relay =
        Calls.begun(
            new ProcessBuilder(
                "socat",
                "TCP-LISTEN:" + door + ",bind=127.0.0.1,reuseaddr",
                "TCP:127.0.0.1:" + broker.port()));
    ended.add(relay::destroyForcibly);
    Running station = new Running("a", plain(door));
    saysSoon(live, station.topic("state") + " ", "\"number\":1");
    relay.destroyForcibly();
    saysSoon(live, station.topic("presence") + " 0 ", "\"presence\":\"lost\"");
    await().atMost(Mosquitto.SOON).until(() -> station.desk.codes().equals(List.of("G65")));

    station.link = LinkState.SILENT;
    Process again =
        Calls.begun(
            new ProcessBuilder(
                "socat",
                "TCP-LISTEN:" + door + ",bind=127.0.0.1,reuseaddr,fork",
                "TCP:127.0.0.1:" + broker.port()));
    ended.add(
        () -> {
          again.descendants().forEach(ProcessHandle::destroyForcibly);
          again.destroyForcibly();
        });
    saysSoon(live, station.topic("presence") + " 0 ", "\"presence\":\"born\"");
    saysSoon(live, station.topic("state") + " 0 ", "\"link\":\"silent\"");
    await().atMost(Mosquitto.SOON).until(() -> station.desk.codes().isEmpty());
  }

  @Test
  @Tag("full")
  void a_broker_that_starts_anew_knows_everything_again() throws Exception {
    Mosquitto broker = mosquitto();
    Running station = new Running("a", plain(broker.port()));
    saysSoon(broker.hears("before"), station.topic("state") + " ");
    for (int round = 0; round < 3; round++) {
      broker.end();
      await().atMost(Mosquitto.SOON).until(() -> !station.desk.codes().isEmpty());
      broker.begin();
      Path after = broker.hears("after-" + round);
      saysSoon(after, station.topic("presence") + " ", "born");
      saysSoon(after, station.topic("state") + " ");
    }
  }

  @Test
  void two_stations_with_one_name_are_both_heard_and_both_say_so() throws Exception {
    Mosquitto broker = mosquitto();
    Path live = broker.hears("live");
    Running one = new Running("a", plain(broker.port()));
    Running other = new Running("b", plain(broker.port()));
    assertThat(one.store.id()).isNotEqualTo(other.store.id());
    saysSoon(live, one.topic("state") + " ");
    saysSoon(live, other.topic("state") + " ");
    broker.says("libstation/v1/who", "");
    await()
        .atMost(Mosquitto.SOON)
        .until(
            () ->
                one.desk.codes().equals(List.of("G68"))
                    && other.desk.codes().equals(List.of("G68")));
  }

  private static Broker.Hello hello() {
    return Broker.Hello.fromNow(
        "libstation-test", Optional.empty(), List.of("libstation/v1/who"), (_, _) -> {});
  }

  private static BrokerProblem wrong(Broker broker) {
    return refused(broker, hello()).kind();
  }

  private static String fault(Broker broker) {
    return refused(broker, hello()).fault();
  }

  private static BrokerException refused(Broker broker, Broker.Hello hello) {
    try (broker) {
      broker.connect(hello).close();
      throw new AssertionError("it was let in");
    } catch (BrokerException e) {
      assertThat(e.why()).doesNotContain("sesame");
      return e;
    }
  }

  @Test
  void nobody_there_is_unreached() throws Exception {
    assertThat(fault(plain(FreePorts.one()))).isEqualTo("NOBODY_LISTENS");
    assertThat(wrong(plain(FreePorts.one()))).isEqualTo(BrokerProblem.UNREACHED);
    assertThat(
            wrong(
                new MqttBroker(
                    "no-such-host.invalid",
                    1883,
                    new MqttBroker.BrokerAccess(Optional.empty(), Optional.empty()))))
        .isEqualTo(BrokerProblem.UNREACHED);
  }

  private static MqttBroker withPassword(int port, String password) {
    return new MqttBroker(
        "127.0.0.1",
        port,
        new MqttBroker.BrokerAccess(
            Optional.empty(),
            Optional.of(
                () ->
                    new MqttBroker.BrokerLogin("box-2", StandardCharsets.UTF_8.encode(password)))));
  }

  @Test
  void a_wrong_password_and_a_topic_without_rights_are_refused() throws Exception {
    Path passwords = folder.resolve("passwords");
    Needs.programs("mosquitto_passwd");
    Calls.succeeds(
        new ProcessBuilder(
            "mosquitto_passwd", "-b", "-c", passwords.toString(), "box-2", "sesame"));
    Path rights = folder.resolve("rights");
    Files.writeString(
        rights, "user box-2\ntopic write libstation/v1/mine\ntopic read libstation/v1/who\n");
    Files.setPosixFilePermissions(
        rights, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    Mosquitto broker =
        mosquitto("allow_anonymous false", "password_file " + passwords, "acl_file " + rights);

    assertThat(wrong(withPassword(broker.port(), "sesame-wrong"))).isEqualTo(BrokerProblem.REFUSED);
    assertThat(fault(withPassword(broker.port(), "sesame-wrong"))).isEqualTo("LOGIN_REFUSED");
    assertThat(fault(plain(broker.port()))).isEqualTo("NOBODY_REFUSED");
    try (MqttBroker right = withPassword(broker.port(), "sesame")) {
      Broker.BrokerConnection open = right.connect(hello());
      open.publish(new Broker.Message("libstation/v1/mine", "{}", false), Duration.ofMinutes(1));
      assertThatThrownBy(
              () ->
                  open.publish(
                      new Broker.Message("libstation/v1/anothers", "{}", false),
                      Duration.ofMinutes(1)))
          .isInstanceOfSatisfying(
              BrokerException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(BrokerProblem.REFUSED);
                assertThat(e.fault()).isEqualTo("PUBLISH_REFUSED");
                assertThat(e.detail()).isEqualTo("libstation/v1/anothers");
              });
      open.close();
    }
  }

  /// What a far end does that is no broker.
  @FunctionalInterface
  private interface Liar {
    void speak(Socket socket) throws IOException;
  }

  private int liar(Liar liar) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    ended.add(server);
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try {
                  Socket socket = server.accept();
                  ended.add(socket);
                  liar.speak(socket);
                } catch (IOException closed) {
                  // The next one.
                }
              }
            });
    return server.getLocalPort();
  }

  @Test
  void one_that_says_nothing_is_not_waited_for_for_ever_and_an_end_not_at_all() throws Exception {
    int silent = liar(_ -> {});
    assertThat(fault(plain(silent))).isEqualTo("SILENT");
    assertThat(fault(secure("127.0.0.1", silent, machines(), Optional.empty())))
        .isEqualTo("HANDSHAKE_SILENT");

    MqttBroker broker = plain(silent);
    Thread waits =
        Thread.ofPlatform()
            .daemon()
            .start(() -> assertThatThrownBy(() -> broker.connect(hello())).isNotNull());
    await().atMost(Mosquitto.SOON).until(() -> waits.getState() == Thread.State.TIMED_WAITING);
    broker.close();
    assertThat(waits.join(Duration.ofMinutes(2))).isTrue();
  }

  private static TlsTrust.Server machines() {
    return new TlsTrust.Server.MachinesAuthorities();
  }

  @Test
  void one_that_closes_at_once_and_one_that_speaks_otherwise_are_told_apart() throws Exception {
    int closes = liar(Socket::close);
    assertThat(fault(plain(closes))).isEqualTo("HUNG_UP");
    assertThat(fault(secure("127.0.0.1", closes, machines(), Optional.empty())))
        .isEqualTo("HANDSHAKE_CLOSED");
    int web =
        liar(
            socket -> {
              int _ = socket.getInputStream().read(new byte[64]);
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              socket.close();
            });
    assertThat(fault(plain(web))).isEqualTo("NOT_MQTT");
    assertThat(fault(secure("127.0.0.1", web, machines(), Optional.empty())))
        .isEqualTo("FAR_END_PLAIN");
  }

  @Test
  void a_topic_that_may_not_be_listened_to_is_named() throws Exception {
    int denies =
        liar(
            socket -> {
              int _ = socket.getInputStream().read(new byte[256]);
              socket.getOutputStream().write(LET_IN);
              byte[] asked = new byte[256];
              int _ = socket.getInputStream().read(asked);
              // SUBACK of the packet that was sent, without properties: 0x87 not authorized.
              socket
                  .getOutputStream()
                  .write(new byte[] {(byte) 0x90, 4, asked[2], asked[3], 0, (byte) 0x87});
            });
    BrokerException denied = refused(plain(denies), hello());
    assertThat(denied.fault()).isEqualTo("SUBSCRIBE_REFUSED");
    assertThat(denied.detail()).isEqualTo("libstation/v1/who");
  }

  @Test
  void a_connection_that_another_client_of_the_same_id_took_over_says_so() throws Exception {
    Mosquitto broker = mosquitto();
    Broker.BrokerConnection first = plain(broker.port()).connect(hello());
    Broker.BrokerConnection second = plain(broker.port()).connect(hello());
    await().atMost(Mosquitto.SOON).until(() -> !first.isOpen() && first.lost().isPresent());
    assertThat(first.lost().map(BrokerException::fault)).contains("TAKEN_OVER");
    assertThat(first.lost().map(BrokerException::kind)).contains(BrokerProblem.TAKEN_OVER);
    first.close();
    second.close();
  }

  private static final byte[] LET_IN = {0x20, 0x03, 0x00, 0x00, 0x00};

  @Test
  void a_megabyte_of_junk_ends_the_connection_and_nothing_else() throws Exception {
    byte[] junk = new byte[1_000_000];
    new Random(11).nextBytes(junk);
    assertThat(wrong(plain(liar(socket -> socket.getOutputStream().write(junk)))))
        .isEqualTo(BrokerProblem.UNREACHED);

    int large =
        liar(
            socket -> {
              OutputStream out = socket.getOutputStream();
              out.write(LET_IN);
              // PUBLISH, QoS 0, a remaining length of 1,000,000: a name of two letters, no
              // properties, and the rest.
              out.write(new byte[] {0x30, (byte) 0xC0, (byte) 0x84, 0x3D, 0, 2, 'a', 'b', 0});
              out.write(junk, 0, 999_995);
              out.flush();
            });
    List<String> heard = new ArrayList<>();
    try (MqttBroker broker = plain(large)) {
      Broker.Hello quiet =
          Broker.Hello.fromNow(
              "libstation-test", Optional.empty(), List.of(), (topic, _) -> heard.add(topic));
      Broker.BrokerConnection open = broker.connect(quiet);
      await().atMost(Mosquitto.SOON).until(() -> !open.isOpen());
      open.close();
    }
    assertThat(heard).isEmpty();
  }

  private MqttBroker secure(String host, int port, String authority, Optional<String> own) {
    return secure(host, port, new TlsTrust.Server.Authority(folder.resolve(authority)), own);
  }

  private MqttBroker secure(String host, int port, TlsTrust.Server server, Optional<String> own) {
    return new MqttBroker(
        host,
        port,
        new MqttBroker.BrokerAccess(
            Optional.of(
                new TlsTrust(
                    server,
                    own.map(
                        name ->
                            new TlsTrust.OwnCertificate(
                                folder.resolve(name + ".pem"), folder.resolve(name + ".key"))))),
            Optional.empty()));
  }

  @Test
  void only_the_right_authority_the_right_name_and_the_right_certificate_are_let_through()
      throws Exception {
    Certificates certificates = new Certificates(folder);
    certificates.authority("ours");
    certificates.authority("theirs");
    certificates.issued("broker", "ours", "DNS:localhost");
    certificates.issued("box-2", "ours", "DNS:box-2");
    certificates.issued("stranger", "theirs", "DNS:box-2");
    Mosquitto broker =
        mosquitto(
            "cafile " + folder.resolve("ours.pem"),
            "certfile " + folder.resolve("broker.pem"),
            "keyfile " + folder.resolve("broker.key"),
            "require_certificate true",
            "use_identity_as_username true",
            "allow_anonymous false");
    int port = broker.port();
    Optional<String> own = Optional.of("box-2");

    try (MqttBroker right = secure("localhost", port, "ours.pem", own)) {
      Broker.BrokerConnection open = right.connect(hello());
      open.publish(new Broker.Message("libstation/v1/x", "{}", false), Duration.ofMinutes(1));
      open.close();
    }
    assertThat(wrong(secure("localhost", port, "theirs.pem", own)))
        .isEqualTo(BrokerProblem.CERTIFICATE);
    assertThat(wrong(secure("127.0.0.1", port, "ours.pem", own)))
        .isEqualTo(BrokerProblem.CERTIFICATE);
    assertThat(wrong(secure("localhost", port, "no-such.pem", own))).isEqualTo(BrokerProblem.FILE);
    assertThat(fault(secure("localhost", port, "theirs.pem", own)))
        .isEqualTo("CERTIFICATE_UNTRUSTED");
    assertThat(fault(secure("127.0.0.1", port, "ours.pem", own)))
        .isEqualTo("CERTIFICATE_OTHER_NAME");
    assertThat(fault(secure("localhost", port, "ours.pem", Optional.of("stranger"))))
        .isEqualTo("OWN_CERTIFICATE_REFUSED");
    assertThat(fault(secure("localhost", port, "ours.pem", Optional.empty())))
        .isEqualTo("OWN_CERTIFICATE_MISSING");
    assertThat(wrong(secure("localhost", port, "ours.pem", Optional.of("stranger"))))
        .isEqualTo(BrokerProblem.CERTIFICATE);
    assertThat(wrong(secure("localhost", port, "ours.pem", Optional.empty())))
        .isEqualTo(BrokerProblem.CERTIFICATE);
    assertThat(wrong(plain(port))).isEqualTo(BrokerProblem.ENCRYPTION);
    assertThat(fault(plain(port))).isEqualTo("FAR_END_ENCRYPTS");

    try (MqttBroker right = secure("127.0.0.1", port, pinned("broker"), own)) {
      right.connect(hello()).close();
    }
    assertThat(fault(secure("localhost", port, pinned("box-2"), own)))
        .isEqualTo("CERTIFICATE_NOT_PINNED");
  }

  @Test
  void a_certificate_that_has_expired_is_told_as_that_and_a_port_without_encryption_too()
      throws Exception {
    Certificates certificates = new Certificates(folder);
    certificates.authority("ours");
    certificates.issued(
        "broker",
        "ours",
        "DNS:localhost",
        "-not_before",
        "20260101000000Z",
        "-not_after",
        "20260201000000Z");
    Mosquitto expired =
        mosquitto(
            "certfile " + folder.resolve("broker.pem"),
            "keyfile " + folder.resolve("broker.key"),
            "allow_anonymous true");
    assertThat(fault(secure("localhost", expired.port(), "ours.pem", Optional.empty())))
        .isEqualTo("CERTIFICATE_EXPIRED");
    expired.end();
    Mosquitto open = mosquitto();
    assertThat(fault(secure("localhost", open.port(), "ours.pem", Optional.empty())))
        .isEqualTo("FAR_END_PLAIN");
  }

  private TlsTrust.Server pinned(String name) throws Exception {
    try (InputStream pem = Files.newInputStream(folder.resolve(name + ".pem"))) {
      Certificate one = CertificateFactory.getInstance("X.509").generateCertificate(pem);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(one.getEncoded());
      return new TlsTrust.Server.Pinned(HexFormat.of().formatHex(digest));
    }
  }
}
