package org.libstation.fleet.order;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.Topics;
import org.libstation.policy.document.FlatJson;

/// Sends one order, once, and hears how far it is. Answers are not signed: who can write to the
/// broker can lie about what was done.
public final class OrderSender {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  /// More than a bundle has parts: what comes beyond is dropped.
  private static final int MOST_HEARD = 4096;

  /// Answers that are told; of more only the end.
  private static final int MOST_TOLD = 64;

  /// Why only a copy of what was just signed can be refused.
  private static final Set<String> OF_COPY =
      Set.of(OrderRefusal.REPLAYED.word(), OrderRefusal.FORGED.word());

  private final Broker broker;
  private final Topics topics;

  /// @param topics those of the station, with `+` for its installation
  public OrderSender(Broker broker, Topics topics) {
    this.broker = broker;
    this.topics = topics;
  }

  /// How a station answered.
  ///
  /// @param installation its id
  /// @param word of its step, as it was heard
  /// @param told what belongs to it
  public record StationAnswer(String installation, String word, Map<String, String> told) {
    public StationAnswer {
      told = Map.copyOf(told);
    }

    /// Empty for one that is not known here.
    public Optional<OrderStep> step() {
      return OrderStep.of(word);
    }

    private boolean is(OrderStep step) {
      return step().equals(Optional.of(step));
    }

    /// A broker may pass an order on twice, and whoever heard it can say it again: what a station
    /// refuses when it took the order before is a copy.
    private boolean isOfCopy(Set<StationAnswer> before) {
      return OF_COPY.contains(told.getOrDefault("reason", ""))
          || before.stream()
              .anyMatch(
                  each -> each.installation.equals(installation) && !each.is(OrderStep.REFUSED));
    }

    private boolean isEnd(Set<StationAnswer> before) {
      return is(OrderStep.DONE)
          || is(OrderStep.FAILED)
          || (is(OrderStep.REFUSED) && !isOfCopy(before));
    }
  }

  private record OrderReply(String topic, String text) {}

  /// @param signed the order in its cover
  /// @param bundle takes parts of a bundle, where one was asked for
  /// @param told each answer as it comes, once
  /// @return the last answer; empty when no end was heard in time
  /// @throws BrokerException when the order was not sent
  public Optional<StationAnswer> send(
      String id,
      String signed,
      Duration wait,
      Optional<SealedBundle.Asker> bundle,
      Consumer<StationAnswer> told)
      throws BrokerException, InterruptedException {
    BlockingQueue<OrderReply> heard = new ArrayBlockingQueue<>(MOST_HEARD);
    Broker.BrokerConnection open =
        broker.connect(
            Broker.Hello.fromNow(
                "libstation-order-" + id,
                Optional.empty(),
                List.of(topics.answers(), topics.bundle()),
                (topic, text) -> {
                  String said = new String(text, StandardCharsets.UTF_8);
                  boolean _ = heard.offer(new OrderReply(topic, said));
                }));
    try (open) {
      open.publish(new Broker.Message(topics.orders(), signed, false), WITHIN);
      Set<StationAnswer> all = new HashSet<>();
      long end = System.nanoTime() + wait.toNanos();
      while (true) {
        OrderReply next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) {
          return Optional.empty();
        }
        if (next.topic().endsWith("/bundle")) {
          bundle.ifPresent(asker -> asker.take(next.text()));
          continue;
        }
        Optional<StationAnswer> answer = answer(id, next.text());
        boolean isEnd = answer.filter(it -> it.isEnd(all)).isPresent();
        answer.filter(it -> (isEnd || all.size() < MOST_TOLD) && all.add(it)).ifPresent(told);
        if (isEnd) {
          return answer;
        }
      }
    }
  }

  private static Optional<StationAnswer> answer(String id, String text) {
    return FlatJson.read(text)
        .filter(it -> OrderCover.SCHEMA.equals(it.get("schema")) && id.equals(it.get("order")))
        .map(
            it -> {
              Map<String, String> told = new TreeMap<>(it);
              told.keySet().removeAll(List.of("schema", "id", "order", "step", "at"));
              return new StationAnswer(
                  it.getOrDefault("id", ""), it.getOrDefault("step", ""), told);
            });
  }
}
