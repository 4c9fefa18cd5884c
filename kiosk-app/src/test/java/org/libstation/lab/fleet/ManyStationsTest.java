package org.libstation.lab.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.fleet.mqtt.Mosquitto;
import org.libstation.fleet.watch.StationsSeen;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.policy.document.JsonReader.JsonValue;

/// Fifty stations beside a broker that we did not write: some die, flap, fill and return, and the
/// broker starts anew. Meanwhile staff order, and somebody with the broker's password disturbs that
/// however they like. Afterwards whoever reads knows what is true, and each order was carried out
/// once or refused.
@Tag("full")
@Timeout(3_600)
final class ManyStationsTest {
  private static final int STATIONS = 50;

  /// A sample; `./station test --long brokers` takes ten minutes.
  private static final Duration STORM =
      Duration.parse(System.getProperty("libstation.storm", "PT1M"));

  /// Longer than any station says nothing: of one that died while the broker was away there is no
  /// will.
  private static final Duration SILENT = Duration.ofSeconds(90);

  /// An hour of theirs goes by in six seconds.
  private static final int FASTER = 600;

  @TempDir private Path folder;

  @Test
  void after_a_storm_a_reader_knows_of_each_station_what_is_true() throws Exception {
    Instant begun = Instant.parse("2026-11-30T00:00:00Z");
    long nanos = System.nanoTime();
    InstantSource wall = () -> begun.plusNanos((System.nanoTime() - nanos) * FASTER);
    List<SimulatedStation> all = new ArrayList<>();
    List<String> names =
        IntStream.range(0, STATIONS).mapToObj(i -> "hkpl/place-" + i % 7 + "/box-" + i).toList();
    try (Mosquitto mosquitto = new Mosquitto(folder).begin();
        OrderStorm orders = new OrderStorm(folder, mosquitto.port(), names);
        FleetReader reader =
            new FleetReader("reader", BrokerNodes.open(mosquitto.port()), (_, _) -> {})) {
      BrokerNodes nodes = BrokerNodes.open(mosquitto.port());
      for (int i = 0; i < STATIONS; i++) {
        Path data = folder.resolve("s" + i);
        all.add(
            new SimulatedStation(
                data, names.get(i), nodes, wall, i, topics -> orders.desk(topics, data)));
        all.getLast().start();
      }
      orders.begin();
      storm(all, mosquitto, new Random(50));
      for (int i = 0; i < STATIONS; i++) {
        SimulatedStation each = all.get(i);
        if (!each.runs() && i % 5 != 0) {
          each.start();
        }
      }
      orders.end();
      orders.judge(
          all.stream().filter(SimulatedStation::runs).map(SimulatedStation::name).toList());
      // The last of what was handed in is told when its hour is over.
      await()
          .atMost(Duration.ofMinutes(5))
          .untilAsserted(() -> all.forEach(each -> isKnown(reader, each)));
      assertThat(reader.doubts()).isEmpty();
      assertThat(all.stream().mapToInt(SimulatedStation::returns).sum()).isGreaterThan(STATIONS);
      assertThat(all.stream().filter(SimulatedStation::runs).count()).isBetween(40L, 49L);
    } finally {
      for (SimulatedStation each : all) {
        each.close();
      }
    }
  }

  private static void storm(List<SimulatedStation> all, Mosquitto mosquitto, Random random)
      throws Exception {
    long end = System.nanoTime() + STORM.toNanos();
    boolean restarted = false;
    all.get(0).kill();
    while (System.nanoTime() < end) {
      SimulatedStation each = all.get(random.nextInt(all.size()));
      switch (random.nextInt(8)) {
        case 0 -> each.kill();
        case 1 -> each.cut();
        case 2 -> each.link(each.link() == LinkState.ONLINE ? LinkState.SILENT : LinkState.ONLINE);
        case 3 -> each.full(!each.full());
        case 4 -> each.end();
        case 5 -> {
          if (!each.runs()) {
            each.start();
          }
        }
        default -> each.returned();
      }
      if (!restarted && end - System.nanoTime() < STORM.toNanos() / 2) {
        mosquitto.end();
        mosquitto.begin();
        restarted = true;
      }
      await().pollDelay(Duration.ofMillis(20)).until(() -> true);
    }
    assertThat(restarted).isTrue();
  }

  /// All that the station is and counted; of one that does not run, that it is not there.
  private static void isKnown(FleetReader reader, SimulatedStation each) {
    List<StationsSeen.Station> seen =
        reader.stations().stream().filter(it -> it.name().equals(each.name())).toList();
    if (each.runs()) {
      assertThat(seen)
          .as(each.name())
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.id()).isEqualTo(each.id());
                assertThat(it.isThere()).isTrue();
                JsonValue.Members state = it.state().orElseThrow();
                assertThat(state.get("link"))
                    .contains(
                        new JsonValue.JsonString(
                            each.link() == LinkState.ONLINE ? "online" : "silent"));
                assertThat(((JsonValue.Members) state.get("bin").orElseThrow()).get("full"))
                    .contains(new JsonValue.Truth(each.full()));
              });
      assertThat(told(seen.getFirst())).as(each.name()).isEqualTo(each.returns());
    } else {
      assertThat(seen)
          .as(each.name())
          .allMatch(it -> !it.isThere() || it.isGone(Instant.now(), Instant.EPOCH, SILENT));
    }
    assertThat(reader.returns(each.name(), each.id())).isLessThanOrEqualTo(each.returns());
  }

  private static long told(StationsSeen.Station station) {
    JsonValue.Members figures =
        (JsonValue.Members) station.state().orElseThrow().get("figures").orElseThrow();
    JsonValue.Members totals = (JsonValue.Members) figures.get("totals").orElseThrow();
    return ((JsonValue.JsonInteger) totals.get("returns").orElseThrow()).number();
  }
}
