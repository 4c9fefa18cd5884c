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
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5MessageException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.libstation.central.link.TlsTrust;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.BrokerException.Kind;

/// A broker that speaks MQTT 5, over TCP, plain or encrypted.
public final class MqttBroker implements Broker {
  private static final int KEEP_ALIVE_SECONDS = 30;

  /// Nobody has more to say to a station; a larger packet ends the connection.
  private static final int LARGEST_PACKET = 16 * 1024;

  private static final int MOST_AT_ONCE = 16;

  /// For each of connecting, encrypting and being let in.
  private static final Duration EACH = Duration.ofSeconds(4);

  private static final Duration ALL = Duration.ofSeconds(13);
  private static final Duration GOOD_BYE = Duration.ofSeconds(2);

  /// What of a reason says that it is no fault of the way. A topic that is well formed is invalid
  /// to ejabberd where it is not allowed.
  private static final List<String> RIGHTS =
      List.of(
          "BAD_USER",
          "NOT_AUTHORIZED",
          "BANNED",
          "BAD_AUTHENTICATION",
          "CLIENT_IDENTIFIER",
          "TOPIC_NAME_INVALID",
          "TOPIC_FILTER_INVALID");

  private final String host;
  private final int port;
  private final Access access;
  private volatile @Nullable CompletableFuture<?> waited;
  private volatile boolean closed;

  /// How it is let in. Both are read anew for each connection, so that a certificate that was
  /// renewed needs no restart.
  ///
  /// @param trust empty = without encryption
  /// @param login empty = by certificate, or by nothing
  public record Access(Optional<TlsTrust> trust, Optional<LoginFile> login) {}

  /// A name and a password, in a file.
  @FunctionalInterface
  public interface LoginFile {
    /// @throws IOException when they cannot be had; says why, without them
    Login read() throws IOException;
  }

  /// @param password not to be shown
  public record Login(String name, ByteBuffer password) {
    @Override
    public String toString() {
      return name;
    }
  }

  public MqttBroker(String host, int port, Access access) {
    this.host = host;
    this.port = port;
    this.access = access;
  }

  @Override
  public Connection connect(Hello hello) throws BrokerException {
    Mqtt5AsyncClient client = client(hello);
    One one = new One(client);
    try {
      client.publishes(
          MqttGlobalPublishFilter.ALL,
          message ->
              (message.isRetain() ? hello.kept() : hello.heard())
                  .accept(message.getTopic().toString(), message.getPayloadAsBytes()));
      await(client.connect(opening(hello)), ALL);
      if (!hello.listens().isEmpty()) {
        await(client.subscribe(subscribe(hello)), EACH);
      }
      return one;
    } catch (BrokerException e) {
      one.close();
      throw e;
    }
  }

  private Mqtt5AsyncClient client(Hello hello) throws BrokerException {
    Mqtt5ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(hello.client())
            .executorConfig(
                MqttClientExecutorConfig.builder()
                    .nettyExecutor(
                        task -> Thread.ofPlatform().daemon().name("fleet broker").start(task))
                    .nettyThreads(1)
                    .build())
            .transportConfig(transport());
    if (access.login().isPresent()) {
      try {
        Login login = access.login().get().read();
        builder =
            builder
                .simpleAuth()
                .username(login.name())
                .password(login.password())
                .applySimpleAuth();
      } catch (IOException e) {
        throw new BrokerException(Kind.REFUSED, String.valueOf(e.getMessage()));
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
        throw new BrokerException(Kind.CERTIFICATE, "a file cannot be read: " + e.getMessage());
      } catch (GeneralSecurityException e) {
        throw new BrokerException(Kind.CERTIFICATE, String.valueOf(e.getMessage()));
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

  private <T> T await(CompletableFuture<T> future, Duration within) throws BrokerException {
    waited = future;
    if (closed) {
      future.cancel(true);
    }
    try {
      return future.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new BrokerException(Kind.UNREACHED, host + ":" + port + " does not answer in time");
    } catch (CancellationException e) {
      throw new BrokerException(Kind.UNREACHED, "the station ends");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(Kind.UNREACHED, "the station ends");
    } catch (ExecutionException e) {
      throw judged(e.getCause());
    } finally {
      waited = null;
    }
  }

  private BrokerException judged(@Nullable Throwable cause) {
    String where = host + ":" + port + ": ";
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SSLException || each instanceof CertificateException) {
        return new BrokerException(Kind.CERTIFICATE, where + each.getMessage());
      }
      if (each instanceof Mqtt5ConnAckException
          || each instanceof Mqtt5PubAckException
          || each instanceof Mqtt5SubAckException) {
        return refused(where, (Mqtt5MessageException) each);
      }
    }
    Throwable root = cause;
    while (root != null && root.getCause() != null) {
      root = root.getCause();
    }
    String why = root == null ? "" : String.valueOf(root.getMessage());
    return new BrokerException(Kind.UNREACHED, where + why);
  }

  private static BrokerException refused(String where, Mqtt5MessageException e) {
    String reason =
        switch (e) {
          case Mqtt5ConnAckException it -> it.getMqttMessage().getReasonCode().toString();
          case Mqtt5PubAckException it -> it.getMqttMessage().getReasonCode().toString();
          case Mqtt5SubAckException it -> it.getMqttMessage().getReasonCodes().toString();
          default -> String.valueOf(e.getMessage());
        };
    boolean rights = RIGHTS.stream().anyMatch(reason::contains);
    return new BrokerException(rights ? Kind.REFUSED : Kind.UNREACHED, where + reason);
  }

  @Override
  public void close() {
    closed = true;
    CompletableFuture<?> now = waited;
    if (now != null) {
      now.cancel(true);
    }
  }

  private final class One implements Connection {
    private final Mqtt5AsyncClient client;

    One(Mqtt5AsyncClient client) {
      this.client = client;
    }

    @Override
    public boolean isOpen() {
      return client.getState().isConnected();
    }

    @Override
    public void publish(Message message, Duration within) throws BrokerException {
      Mqtt5PublishResult result = await(client.publish(packet(message)), within);
      if (result.getError().isPresent()) {
        throw judged(result.getError().get());
      }
    }

    @Override
    public void close() {
      try {
        client.disconnect().get(GOOD_BYE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        // It was not connected, or is not listened to any more.
      }
    }
  }
}
