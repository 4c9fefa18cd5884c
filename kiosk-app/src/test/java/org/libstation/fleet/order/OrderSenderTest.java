package org.libstation.fleet.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.libstation.fleet.order.StaffHand.STATION;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.EventTime;
import org.libstation.fleet.Broker;
import org.libstation.fleet.NewsDesk;
import org.libstation.fleet.NewsStore;
import org.libstation.fleet.Samples;
import org.libstation.fleet.Topics;
import org.libstation.fleet.mqtt.Mosquitto;
import org.libstation.fleet.mqtt.MqttBroker;
import org.libstation.process.log.JsonLine;
import org.libstation.site.FleetPlace;
import org.libstation.site.StationOrder;
import org.libstation.sync.StepLoop;

/// From whoever orders to the station and back, over a broker that we did not write.
@Timeout(600)
final class OrderSenderTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private final StaffHand chan = new StaffHand("Chan");
  private final List<StationOrder> done = new CopyOnWriteArrayList<>();
  private final byte[] bundle = new byte[300_000];
  private final List<AutoCloseable> ended = new ArrayList<>();

  OrderSenderTest() throws Exception {
    new Random(3).nextBytes(bundle);
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : ended.reversed()) {
      each.close();
    }
  }

  private static MqttBroker broker(Mosquitto broker) {
    return new MqttBroker(
        "127.0.0.1",
        broker.port(),
        new MqttBroker.BrokerAccess(Optional.empty(), Optional.empty()));
  }

  private static Topics topics(String id) {
    return Topics.of("libstation/v1", STATION, id);
  }

  private final class Hands implements OrderActions {
    @Override
    public Running begin(Order order) {
      done.add(order.what());
      if (order.what() != StationOrder.SUPPORT_BUNDLE) {
        return () -> new OrderProgress.OrderDone(Map.of("open", "0"));
      }
      try {
        List<String> parts =
            SealedBundle.parts(
                bundle, order.id(), order.with().getOrDefault(Order.With.REPLY_KEY, ""));
        List<OrderProgress> looks =
            new ArrayList<>(
                List.of(
                    new OrderProgress.BundleParts(parts), new OrderProgress.OrderDone(Map.of())));
        return looks::removeFirst;
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void hold(StandingOrders standing) {}
  }

  private void station(Mosquitto broker) {
    Path data = folder.resolve("data");
    NewsStore store = NewsStore.open(data, new Random(1));
    FleetPlace rules =
        Samples.place(broker.port())
            .with(
                c ->
                    c.host("127.0.0.1")
                        .orders(List.of(StationOrder.SETTLE, StationOrder.SUPPORT_BUNDLE))
                        .staffKeys(List.of(chan.may(StationOrder.values()))));
    OrderDesk orders =
        new OrderDesk(
            topics(store.id()),
            () -> rules,
            new Hands(),
            () ->
                new EventTime(
                    OffsetDateTime.now(ZoneOffset.UTC),
                    "boot",
                    Duration.ofNanos(System.nanoTime()),
                    Optional.empty(),
                    false),
            data);
    NewsDesk desk =
        new NewsDesk(
            broker(broker),
            topics(store.id()),
            "0.1.0",
            store,
            _ -> {},
            _ -> Optional.empty(),
            Optional::empty,
            orders,
            new NewsDesk.Time(
                InstantSource.system(), () -> Duration.ofNanos(System.nanoTime()), new Random(1)));
    StepLoop loop = new StepLoop("fleet", desk::step);
    loop.start();
    ended.add(
        () -> {
          desk.interrupt();
          loop.close();
          desk.end();
        });
  }

  private Order order(StationOrder what, Map<String, String> with) {
    Order order = chan.order(what, with);
    return new Order(
        order.id(), STATION, order.number(), Instant.now().plusSeconds(300), what, with);
  }

  private String signed(Order order) {
    return OrderCover.sign(order, chan.pair.getPrivate(), chan.fingerprint);
  }

  @Test
  void an_order_goes_out_and_its_steps_a_refusal_a_replay_and_a_bundle_come_back()
      throws Exception {
    Mosquitto mosquitto = new Mosquitto(folder);
    ended.add(mosquitto);
    mosquitto.begin();
    Path heard = mosquitto.hears("heard");
    station(mosquitto);
    await().atMost(Mosquitto.SOON).until(() -> Files.readString(heard).contains("born"));
    MqttBroker way = broker(mosquitto);
    ended.add(way);
    OrderSender sender = new OrderSender(way, topics("+"));

    Order settle = order(StationOrder.SETTLE, Map.of());
    List<String> steps = new ArrayList<>();
    OrderSender.StationAnswer end =
        sender
            .send(
                settle.id(),
                signed(settle),
                LONG,
                Optional.empty(),
                answer -> steps.add(answer.word()))
            .orElseThrow();
    assertThat(steps).containsExactly("received", "begun", "done");
    assertThat(end.told()).isEqualTo(Map.of("open", "0"));

    // A broker says it again.
    mosquitto.says("libstation/v1/" + STATION.text() + "/orders", signed(settle));
    await()
        .atMost(Mosquitto.SOON)
        .untilAsserted(
            () -> assertThat(heard).content().contains("refused", "\"reason\":\"replayed\""));
    Order restart = order(StationOrder.RESTART, Map.of());
    assertThat(sender.send(restart.id(), signed(restart), LONG, Optional.empty(), _ -> {}))
        .hasValueSatisfying(
            answer -> assertThat(answer.told()).isEqualTo(Map.of("reason", "not-allowed-here")));

    SealedBundle.Asker asker = new SealedBundle.Asker("00000000000000ff");
    Order asks =
        new Order(
            "00000000000000ff",
            STATION,
            10_000,
            Instant.now().plusSeconds(300),
            StationOrder.SUPPORT_BUNDLE,
            Map.of(Order.With.REPLY_KEY, asker.replyKey()));
    assertThat(sender.send(asks.id(), signed(asks), LONG, Optional.of(asker), _ -> {}))
        .hasValueSatisfying(answer -> assertThat(answer.word()).isEqualTo("done"));
    assertThat(asker.isWhole()).isTrue();
    assertThat(asker.bundle()).isEqualTo(bundle);
    assertThat(done).containsExactly(StationOrder.SETTLE, StationOrder.SUPPORT_BUNDLE);
    // Nothing of it is kept at the broker for who comes later.
    Path later = mosquitto.hears("later");
    await().atMost(Mosquitto.SOON).until(() -> Files.readString(later).contains("presence"));
    assertThat(later).content().doesNotContain("/bundle", "/answers", "/orders");
  }

  /// Whoever has the broker says the order again, altered too, and says answers again.
  @Test
  void what_is_said_of_a_copy_is_no_end_and_what_is_said_again_is_told_once() throws Exception {
    Order settle = order(StationOrder.SETTLE, Map.of());
    List<String> answers =
        Stream.of(
                "refused forged",
                "received",
                "refused replayed",
                "received",
                "begun",
                "refused expired",
                "begun",
                "refused replayed",
                "done")
            .map(
                each -> {
                  String[] words = each.split(" ", -1);
                  JsonLine line =
                      new JsonLine()
                          .put("schema", OrderCover.SCHEMA)
                          .put("id", "3f9a0c12")
                          .put("order", settle.id())
                          .put("step", words[0]);
                  return (words.length > 1 ? line.put("reason", words[1]) : line).toString();
                })
            .toList();
    Broker liar =
        new Broker() {
          @Override
          public BrokerConnection connect(Hello hello) {
            return new BrokerConnection() {
              @Override
              public boolean isOpen() {
                return true;
              }

              @Override
              public void publish(Message message, Duration within) {
                answers.forEach(
                    each ->
                        hello.heard().accept(topics("3f9a0c12").answers(), StaffHand.bytes(each)));
              }

              @Override
              public void close() {}
            };
          }

          @Override
          public void close() {}
        };
    List<String> steps = new ArrayList<>();
    assertThat(
            new OrderSender(liar, topics("+"))
                .send(
                    settle.id(),
                    signed(settle),
                    LONG,
                    Optional.empty(),
                    answer ->
                        steps.add(
                            (answer.word() + " " + answer.told().getOrDefault("reason", ""))
                                .strip())))
        .hasValueSatisfying(end -> assertThat(end.word()).isEqualTo("done"));
    assertThat(steps)
        .containsExactly(
            "refused forged", "received", "refused replayed", "begun", "refused expired", "done");
  }

  @Test
  void where_nobody_answers_that_is_no_end() throws Exception {
    Mosquitto mosquitto = new Mosquitto(folder);
    ended.add(mosquitto);
    mosquitto.begin();
    MqttBroker way = broker(mosquitto);
    ended.add(way);
    Order settle = order(StationOrder.SETTLE, Map.of());
    assertThat(
            new OrderSender(way, topics("+"))
                .send(
                    settle.id(), signed(settle), Duration.ofMillis(500), Optional.empty(), _ -> {}))
        .isEmpty();
  }
}
