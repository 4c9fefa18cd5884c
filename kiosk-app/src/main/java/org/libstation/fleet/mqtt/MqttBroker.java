package org.libstation.fleet.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.central.link.EncryptionProbe;
import org.libstation.central.link.LineFault;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.link.TlsTrust;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.BrokerFault;

/// A broker that speaks MQTT 5 over TCP, plain or encrypted.
public final class MqttBroker implements Broker {
  private static final int KEEP_ALIVE_SECONDS = 30;

  /// Largest packet in bytes. No station needs a larger message; a larger packet ends the
  /// connection.
  private static final int LARGEST_PACKET = 16 * 1024;

  private static final int MOST_AT_ONCE = 16;

  /// Limit for each of: connecting, starting encryption, and the broker's answer.
  private static final Duration EACH = Duration.ofSeconds(4);

  private static final Duration ALL = Duration.ofSeconds(13);
  private static final Duration GOOD_BYE = Duration.ofSeconds(2);

  /// Parts of MQTT reason codes that mean missing rights, not a fault of the connection. ejabberd
  /// calls a well-formed topic *invalid* if it is not allowed.
  private static final List<String> RIGHTS =
      List.of(
          "BAD_USER",
          "NOT_AUTHORIZED",
          "BANNED",
          "BAD_AUTHENTICATION",
          "CLIENT_IDENTIFIER",
          "TOPIC_NAME_INVALID",
          "TOPIC_FILTER_INVALID");

  /// MQTT 5 CONNECT packet with an empty client ID, without name and password.
  private static final byte[] CONNECT = {
    0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, KEEP_ALIVE_SECONDS, 0, 0, 0
  };

  private static final byte CONNACK = 0x20;

  /// Limit for each connection that finds out what a port speaks.
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final String host;
  private final int port;
  private final BrokerAccess access;
  private final List<TcpTransport> looks = new ArrayList<>();
  private volatile @Nullable CompletableFuture<?> waited;
  private volatile boolean closed;

  /// How the broker is accessed. Both parts are read anew for each connection, so that a renewed
  /// certificate needs no restart.
  ///
  /// @param trust empty = without encryption
  /// @param login empty = by certificate, or by nothing
  public record BrokerAccess(Optional<TlsTrust> trust, Optional<LoginFile> login) {}

  /// A name and a password, in a file.
  @FunctionalInterface
  public interface LoginFile {
    /// @throws IOException when they cannot be read; the message says why, without their values
    BrokerLogin read() throws IOException;
  }

  /// @param password never to be shown
  public record BrokerLogin(String name, ByteBuffer password) {
    @Override
    public String toString() {
      return name;
    }
  }

  public MqttBroker(String host, int port, BrokerAccess access) {
    this.host = host;
    this.port = port;
    this.access = access;
  }

  @Override
  public BrokerConnection connect(Hello hello) throws BrokerException {
    One one = new One(hello);
    try {
      one.client.publishes(
          MqttGlobalPublishFilter.ALL,
          message ->
              (message.isRetain() ? hello.kept() : hello.heard())
                  .accept(message.getTopic().toString(), message.getPayloadAsBytes()));
      await(one.client.connect(opening(hello)), ALL, cause -> unconnected(cause, hello));
      if (!hello.listens().isEmpty()) {
        await(one.client.subscribe(subscribe(hello)), EACH, cause -> unheard(cause, hello));
      }
      return one;
    } catch (BrokerException e) {
      one.close();
      throw e;
    }
  }

  /// @param ended takes the cause when the connection ends
  private Mqtt5AsyncClient client(Hello hello, Consumer<Throwable> ended) throws BrokerException {
    Mqtt5ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(hello.client())
            .addDisconnectedListener(context -> ended.accept(context.getCause()))
            .executorConfig(
                MqttClientExecutorConfig.builder()
                    .nettyExecutor(
                        task -> Thread.ofPlatform().daemon().name("fleet broker").start(task))
                    .nettyThreads(1)
                    .build())
            .transportConfig(transport());
    if (access.login().isPresent()) {
      try {
        BrokerLogin login = access.login().get().read();
        builder =
            builder
                .simpleAuth()
                .username(login.name())
                .password(login.password())
                .applySimpleAuth();
      } catch (IOException e) {
        String why = String.valueOf(e.getMessage());
        throw new BrokerException(BrokerFault.LOGIN_FILE, why, why);
      }
    }
    return builder.buildAsync();
  }

  private MqttClientTransportConfig transport() throws BrokerException {
    MqttClientTransportConfigBuilder builder =
        MqttClientTransportConfig.builder()
            .serverHost(host)
            .serverPort(port)
            .socketConnectTimeout(EACH.toMillis(), TimeUnit.MILLISECONDS)
            .mqttConnectTimeout(EACH.toMillis(), TimeUnit.MILLISECONDS);
    if (access.trust().isPresent()) {
      try {
        builder = builder.sslConfig(ssl(access.trust().get()));
      } catch (IOException e) {
        String file = String.valueOf(e.getMessage());
        throw new BrokerException(BrokerFault.TLS_FILE, file, "a file cannot be read: " + file);
      } catch (GeneralSecurityException e) {
        String why = String.valueOf(e.getMessage());
        throw new BrokerException(BrokerFault.TLS_FILE, why, why);
      }
    }
    return builder.build();
  }

  private static MqttClientSslConfig ssl(TlsTrust trust)
      throws IOException, GeneralSecurityException {
    return MqttClientSslConfig.builder()
        .trustManagerFactory(trust.trustFactory())
        .keyManagerFactory(trust.keyFactory().orElse(null))
        .protocols(List.of("TLSv1.3", "TLSv1.2"))
        .handshakeTimeout(EACH.toMillis(), TimeUnit.MILLISECONDS)
        .build();
  }

  private static Mqtt5Connect opening(Hello hello) {
    return Mqtt5Connect.builder()
        .cleanStart(true)
        .sessionExpiryInterval(0)
        .keepAlive(KEEP_ALIVE_SECONDS)
        .restrictions()
        .maximumPacketSize(LARGEST_PACKET)
        .receiveMaximum(MOST_AT_ONCE)
        .topicAliasMaximum(0)
        .applyRestrictions()
        .willPublish(hello.will().map(MqttBroker::packet).orElse(null))
        .build();
  }

  private static Mqtt5Publish packet(Message message) {
    return Mqtt5Publish.builder()
        .topic(message.topic())
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(message.retained())
        .payload(message.text().getBytes(StandardCharsets.UTF_8))
        .contentType("application/json")
        .build();
  }

  private static Mqtt5Subscribe subscribe(Hello hello) {
    Stream<Mqtt5Subscription> all =
        hello.listens().stream()
            .map(
                filter ->
                    Mqtt5Subscription.builder()
                        .topicFilter(filter)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .noLocal(true)
                        .retainHandling(
                            hello.retained()
                                ? Mqtt5RetainHandling.SEND
                                : Mqtt5RetainHandling.DO_NOT_SEND)
                        .build());
    return Mqtt5Subscribe.builder().addSubscriptions(all).build();
  }

  private <T> T await(
      CompletableFuture<T> future, Duration within, Function<Throwable, BrokerException> judge)
      throws BrokerException {
    waited = future;
    if (closed) {
      future.cancel(true);
    }
    try {
      return future.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw fault(BrokerFault.SILENT, "", "does not answer in time");
    } catch (CancellationException e) {
      throw ended();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ended();
    } catch (ExecutionException e) {
      throw judge.apply(Optional.ofNullable(e.getCause()).orElse(e));
    } finally {
      waited = null;
    }
  }

  private BrokerException ended() {
    return fault(BrokerFault.ENDED, "", "the station ends");
  }

  private BrokerException fault(BrokerFault fault, String detail, String why) {
    return new BrokerException(fault, detail, host + ":" + port + ": " + why);
  }

  private BrokerException fault(LineFault fault, String detail) {
    String word = fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new BrokerException(
        fault, detail, host + ":" + port + ": " + word + (detail.isEmpty() ? "" : ": " + detail));
  }

  private static <E extends Throwable> Optional<E> in(Throwable failed, Class<E> kind) {
    return Stream.iterate(failed, each -> each != null, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private static String deepest(Throwable failed) {
    Throwable root =
        Stream.iterate(failed, each -> each != null, Throwable::getCause)
            .reduce((_, deeper) -> deeper)
            .orElse(failed);
    return String.valueOf(root.getMessage());
  }

  /// Judges why the broker did not accept the connection.
  private BrokerException unconnected(Throwable failed, Hello hello) {
    Optional<Mqtt5ConnAckException> answer = in(failed, Mqtt5ConnAckException.class);
    if (answer.isPresent()) {
      return refused(answer.get().getMqttMessage().getReasonCode().toString(), hello);
    }
    LineFault fault = LineFault.of(failed);
    return switch (fault) {
      case BROKEN, HANDSHAKE_SILENT, HANDSHAKE_CLOSED, HANDSHAKE_REFUSED -> explored(failed, fault);
      case HOST_UNKNOWN,
          NOBODY_LISTENS,
          NO_ROUTE,
          CONNECT_TIMED_OUT,
          FAR_END_PLAIN,
          FAR_END_ENCRYPTS,
          CERTIFICATE_UNTRUSTED,
          CERTIFICATE_OTHER_NAME,
          CERTIFICATE_EXPIRED,
          CERTIFICATE_NOT_YET_VALID,
          CERTIFICATE_NOT_PINNED,
          CERTIFICATE_UNFIT,
          OWN_CERTIFICATE_MISSING,
          OWN_CERTIFICATE_REFUSED ->
          fault(fault, deepest(failed));
    };
  }

  private BrokerException refused(String reason, Hello hello) {
    if (reason.contains("CLIENT_IDENTIFIER")) {
      return fault(BrokerFault.CLIENT_ID_REFUSED, hello.client(), reason);
    }
    if (reason.contains("UNSUPPORTED_PROTOCOL")) {
      return fault(BrokerFault.NOT_MQTT, reason, reason);
    }
    if (!isRights(reason)) {
      return fault(BrokerFault.NOT_NOW, reason, reason);
    }
    BrokerFault fault =
        access.login().isPresent()
            ? BrokerFault.LOGIN_REFUSED
            : access.trust().flatMap(TlsTrust::own).isPresent()
                ? BrokerFault.HOLDER_REFUSED
                : BrokerFault.NOBODY_REFUSED;
    return fault(fault, reason, reason);
  }

  private static boolean isRights(String reason) {
    return RIGHTS.stream().anyMatch(reason::contains);
  }

  /// Opens connections of its own to find out why one ended without an answer from the broker.
  private BrokerException explored(Throwable failed, LineFault seen) {
    TcpTransport plain = TcpTransport.plain(host, port);
    EncryptionProbe probe = new EncryptionProbe(plain);
    try {
      if (access.trust().isPresent()) {
        TcpTransport secure = TcpTransport.tls(host, port, access.trust().get().context());
        looking(plain, secure);
        Optional<LineFault> found = probe.look(secure, CONNECT, LOOK);
        if (found.isPresent()) {
          return closed ? ended() : fault(found.get(), deepest(failed));
        }
      } else {
        looking(plain);
        if (probe.encrypts(LOOK)) {
          return fault(LineFault.FAR_END_ENCRYPTS, "");
        }
        Optional<byte[]> answer = probe.answersPlain(CONNECT, LOOK);
        if (answer.filter(bytes -> bytes[0] != CONNACK).isPresent()) {
          return fault(BrokerFault.NOT_MQTT, "", "does not answer in MQTT");
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      return fault(seen, deepest(failed));
    } finally {
      looking();
    }
    if (closed) {
      return ended();
    }
    String why = deepest(failed);
    if (why.contains("Timeout")) {
      return fault(BrokerFault.SILENT, why, why);
    }
    // The client library ended the connection because of what it received.
    boolean junk = in(failed, Mqtt5DisconnectException.class).isPresent();
    return fault(junk ? BrokerFault.NOT_MQTT : BrokerFault.HUNG_UP, why, why);
  }

  private void looking(TcpTransport... now) {
    synchronized (looks) {
      looks.clear();
      looks.addAll(List.of(now));
    }
  }

  private BrokerException unheard(Throwable failed, Hello hello) {
    Optional<Mqtt5SubAckException> answer = in(failed, Mqtt5SubAckException.class);
    if (answer.isEmpty()) {
      return lost(failed, "");
    }
    List<Mqtt5SubAckReasonCode> codes = answer.get().getMqttMessage().getReasonCodes();
    int first =
        IntStream.range(0, Math.min(codes.size(), hello.listens().size()))
            .filter(at -> codes.get(at).isError())
            .findFirst()
            .orElse(0);
    String filter = hello.listens().get(first);
    String reason = codes.isEmpty() ? "" : codes.get(first).toString();
    return isRights(reason)
        ? fault(BrokerFault.SUBSCRIBE_REFUSED, filter, reason + " " + filter)
        : fault(BrokerFault.NOT_NOW, reason, reason);
  }

  private BrokerException unsaid(Throwable failed, String topic) {
    Optional<Mqtt5PubAckException> answer = in(failed, Mqtt5PubAckException.class);
    if (answer.isEmpty()) {
      return lost(failed, topic);
    }
    String reason = answer.get().getMqttMessage().getReasonCode().toString();
    return isRights(reason)
        ? fault(BrokerFault.PUBLISH_REFUSED, topic, reason + " " + topic)
        : fault(BrokerFault.NOT_NOW, reason, reason);
  }

  /// @param topic the topic being written to; empty = none
  private BrokerException lost(Throwable failed, String topic) {
    Optional<Mqtt5DisconnectReasonCode> said =
        in(failed, Mqtt5DisconnectException.class).map(it -> it.getMqttMessage().getReasonCode());
    String reason = said.map(Enum::toString).orElseGet(() -> deepest(failed));
    if (said.filter(Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER::equals).isPresent()) {
      return fault(BrokerFault.TAKEN_OVER, reason, reason);
    }
    return isRights(reason) && !topic.isEmpty()
        ? fault(BrokerFault.PUBLISH_REFUSED, topic, reason + " " + topic)
        : fault(BrokerFault.LOST, reason, "the connection was lost: " + reason);
  }

  @Override
  public void close() {
    closed = true;
    CompletableFuture<?> now = waited;
    if (now != null) {
      now.cancel(true);
    }
    synchronized (looks) {
      looks.forEach(TcpTransport::close);
    }
  }

  /// One connection of the client library.
  private final class One implements BrokerConnection {
    private final Mqtt5AsyncClient client;
    private final AtomicReference<@Nullable Throwable> ended = new AtomicReference<>();

    One(Hello hello) throws BrokerException {
      client = client(hello, ended::set);
    }

    @Override
    public Optional<BrokerException> lost() {
      return Optional.ofNullable(ended.get()).map(failed -> MqttBroker.this.lost(failed, ""));
    }

    @Override
    public boolean isOpen() {
      return client.getState().isConnected();
    }

    @Override
    public void publish(Message message, Duration within) throws BrokerException {
      Function<Throwable, BrokerException> judge = failed -> unsaid(failed, message.topic());
      Mqtt5PublishResult result = await(client.publish(packet(message)), within, judge);
      if (result.getError().isPresent()) {
        throw judge.apply(result.getError().get());
      }
    }

    @Override
    public void close() {
      try {
        client.disconnect().get(GOOD_BYE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        // The connection was not open, or the broker no longer listens.
      }
    }
  }
}
