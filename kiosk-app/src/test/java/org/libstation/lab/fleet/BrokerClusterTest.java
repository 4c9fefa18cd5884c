package org.libstation.lab.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.fleet.StationName;
import org.libstation.fleet.mqtt.MqttBroker;
import org.libstation.fleet.mqtt.NodeNames;
import org.libstation.fleet.mqtt.RabbitMq;
import org.libstation.fleet.rights.BrokerFiles;
import org.libstation.fleet.rights.Logins;
import org.libstation.fleet.rights.Rights;
import org.libstation.fleet.rights.Rights.FleetRole;
import org.libstation.fleet.rights.Rights.Person;
import org.libstation.fleet.rights.WrittenFiles;
import org.libstation.fleet.watch.StationsSeen;

/// Stations and pages at two nodes of a cluster, each with its own rights. One node is killed, and
/// comes back with nothing that it had kept of a station.
@Tag("full")
@Timeout(3600)
final class BrokerClusterTest {
  private static final int STATIONS = Integer.getInteger("libstation.stations", 16);
  private static final Duration SOON = Duration.ofMinutes(10);

  /// An hour of theirs goes by in six seconds; of many, so that they do not only count, in a
  /// minute.
  private static final int FASTER = STATIONS < 100 ? 600 : 60;

  /// So many come at a time: what is tried is no power that is back at all libraries at once.
  private static final int AT_ONCE = 20;

  private static final List<String> PAGES = List.of("near", "far", "late");

  @TempDir private Path folder;
  private final List<AutoCloseable> ended = new ArrayList<>();
  private final List<SimulatedStation> stations = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : ended.reversed()) {
      each.close();
    }
  }

  private <T extends AutoCloseable> T ending(T each) {
    ended.add(each);
    return each;
  }

  /// A page, and of which stations it heard how they are since somebody began to count.
  private final class Page {
    final Set<String> heard = ConcurrentHashMap.newKeySet();
    final FleetReader reader;

    Page(String name, List<Integer> ports) {
      reader =
          ending(
              new FleetReader(
                  name,
                  new BrokerNodes(ports, Optional.of(() -> login(name))),
                  (topic, _) -> {
                    if (topic.endsWith("/state")) {
                      heard.add(topic);
                    }
                  }));
    }

    void knowsAll() {
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(heard).hasSizeGreaterThanOrEqualTo(STATIONS));
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(reader.stations())
                      .hasSize(STATIONS)
                      .allMatch(StationsSeen.Station::isThere));
    }

    void hasCountedAll() {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(stations)
                      .allMatch(it -> reader.returns(it.name(), it.id()) == it.returns()));
      assertThat(reader.doubts()).isEmpty();
    }
  }

  private MqttBroker.BrokerLogin login(String user) throws IOException {
    byte[] password = new Logins(folder, new SecureRandom()).password(user);
    return new MqttBroker.BrokerLogin(user, ByteBuffer.wrap(password));
  }

  private static String name(int i) {
    return "hkpl/place-" + i % 20 + "/box-" + i;
  }

  @Test
  void all_are_known_again_when_a_node_is_killed_and_when_it_comes_back() throws Exception {
    NodeNames names = ending(new NodeNames());
    Rights rights =
        Rights.of(
            "libstation",
            IntStream.range(0, STATIONS)
                .mapToObj(BrokerClusterTest::name)
                .map(StationName::parse)
                .toList(),
            PAGES.stream().map(it -> new Person(it, FleetRole.PAGE)).toList());
    Logins logins = new Logins(folder, new SecureRandom());
    new WrittenFiles(folder).write(new BrokerFiles(rights, Optional.of(logins)).rabbitmq());
    List<String> settings = Files.readAllLines(folder.resolve("libstation.conf"));
    RabbitMq one = ending(new RabbitMq(folder.resolve("one"), "one", names, settings));
    RabbitMq two = ending(new RabbitMq(folder.resolve("two"), "two", names, settings));
    one.begin();
    two.begin();
    two.join(one);
    one.control("import_definitions", folder.resolve("definitions.json").toString());
    List<Integer> oneFirst = List.of(one.port(), two.port());
    List<Integer> twoFirst = oneFirst.reversed();
    Page near = new Page("near", oneFirst);
    Page far = new Page("far", twoFirst);
    Instant begun = Instant.parse("2026-11-30T00:00:00Z");
    long nanos = System.nanoTime();
    InstantSource wall = () -> begun.plusNanos((System.nanoTime() - nanos) * FASTER);
    for (int i = 0; i < STATIONS; i++) {
      String user = Rights.user(StationName.parse(name(i)));
      BrokerNodes nodes =
          new BrokerNodes(i % 2 == 0 ? oneFirst : twoFirst, Optional.of(() -> login(user)));
      SimulatedStation each =
          ending(new SimulatedStation(folder.resolve("s" + i), name(i), nodes, wall, i));
      stations.add(each);
      each.start();
      int come = stations.size() - AT_ONCE;
      await().atMost(SOON).until(() -> near.heard.size() >= come);
    }
    near.knowsAll();
    far.knowsAll();
    told("all come until all are known", nanos);
    stations.forEach(SimulatedStation::returned);

    two.kill();
    long killed = System.nanoTime();
    List.of(near, far).forEach(it -> it.heard.clear());
    stations.forEach(SimulatedStation::returned);
    near.knowsAll();
    far.knowsAll();
    told("a node is killed until all are known", killed);

    two.begin();
    stations.forEach(SimulatedStation::returned);
    long back = System.nanoTime();
    Page late = new Page("late", List.of(two.port()));
    late.knowsAll();
    told("a page comes to the node that came back until all are known", back);
    for (Page each : List.of(near, far, late)) {
      each.hasCountedAll();
    }
  }

  private static void told(String what, long since) {
    System.out.printf(
        "%,d stations, two nodes: %s: %.1f s%n", STATIONS, what, (System.nanoTime() - since) / 1e9);
  }
}
