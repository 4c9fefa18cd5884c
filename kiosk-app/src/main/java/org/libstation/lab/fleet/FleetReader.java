package org.libstation.lab.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.Topics;
import org.libstation.fleet.watch.StationsSeen;
import org.libstation.policy.document.JsonReader;
import org.libstation.policy.document.JsonReader.JsonValue;
import org.libstation.sync.StepLoop;

/// A reader that shows a fleet: subscribes, asks who is there, and reconnects when the broker is
/// back.
public final class FleetReader implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final String name;
  private final CutLine line;
  private final Broker broker;
  private final StationsSeen seen = new StationsSeen("libstation/v1");
  private final BiConsumer<String, String> each;
  private final Map<String, TreeMap<Long, Long>> counts = new TreeMap<>();
  private final List<String> doubts = new ArrayList<>();
  private final StepLoop loop;
  private volatile Broker.@Nullable BrokerConnection connection;

  /// @param name of its connection
  /// @param each takes topic and text of every message, as it arrives
  public FleetReader(String name, BrokerNodes nodes, BiConsumer<String, String> each) {
    this.name = name;
    this.each = each;
    line = new CutLine(nodes.ports());
    broker = nodes.broker(line);
    loop = new StepLoop("reader", this::step);
    loop.start();
  }

  private Duration step() {
    Broker.BrokerConnection open = connection;
    try {
      if (open == null || !open.isOpen()) {
        Topics all = Topics.ofAll("libstation/v1");
        Broker.BrokerConnection fresh =
            broker.connect(
                new Broker.Hello(
                    name,
                    Optional.empty(),
                    List.of(all.presence(), all.state(), all.counts()),
                    true,
                    this::hear,
                    this::hear));
        fresh.publish(new Broker.Message(all.who(), "", false), Duration.ofSeconds(5));
        connection = fresh;
      }
    } catch (BrokerException e) {
      // The next look tries again.
    }
    return LOOK;
  }

  private synchronized void hear(String topic, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    each.accept(topic, text);
    seen.hear(topic, bytes, Instant.now());
    if (topic.endsWith("/counts")) {
      counted(topic, text);
    }
  }

  private void counted(String topic, String text) {
    try {
      if (JsonReader.read(text) instanceof JsonValue.Members members
          && members.get("number").orElse(null) instanceof JsonValue.JsonInteger(long number)
          && members.get("totals").orElse(null) instanceof JsonValue.Members totals
          && totals.get("returns").orElse(null) instanceof JsonValue.JsonInteger(long returns)) {
        TreeMap<Long, Long> hours = counts.computeIfAbsent(topic, _ -> new TreeMap<>());
        Long before = hours.put(number, returns);
        if (before != null && before != returns) {
          doubts.add(topic + " " + number + " was " + before + " and is " + returns);
        }
      }
    } catch (JsonReader.JsonFault e) {
      doubts.add(topic + " is no document: " + text);
    }
  }

  /// Counts that contradict each other: one number with two sums, or sums that fall.
  public synchronized List<String> doubts() {
    List<String> all = new ArrayList<>(doubts);
    counts.forEach(
        (topic, hours) -> {
          long before = 0;
          for (long sum : hours.values()) {
            if (sum < before) {
              all.add(topic + " falls: " + hours);
            }
            before = sum;
          }
        });
    return all;
  }

  /// The newest sum of returns that an installation sent.
  public synchronized long returns(String name, String id) {
    TreeMap<Long, Long> hours = counts.get("libstation/v1/" + name + "/" + id + "/counts");
    return hours == null ? 0 : hours.lastEntry().getValue();
  }

  public synchronized List<StationsSeen.Station> stations() {
    return seen.all();
  }

  @Override
  public void close() throws IOException {
    broker.close();
    loop.close();
    Broker.BrokerConnection open = connection;
    if (open != null) {
      open.close();
    }
    line.close();
  }
}
