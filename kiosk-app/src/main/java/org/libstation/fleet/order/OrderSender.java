package org.libstation.fleet.order;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /// @param step `received`, `refused`, `begun`, `done` or `failed`
  /// @param told what belongs to it
  public record Answer(String installation, String step, Map<String, String> told) {
    public Answer {
      told = Map.copyOf(told);
    }

    public boolean isEnd() {
      return List.of("refused", "done", "failed").contains(step);
    }
  }

  private record Heard(String topic, String text) {}

  /// @param signed the order in its cover
  /// @param bundle takes parts of a bundle, where one was asked for
  /// @param told each answer as it comes
  /// @return the last answer; empty when no end was heard in time
  /// @throws BrokerException when the order was not sent
  public Optional<Answer> send(
      String id,
      String signed,
      Duration wait,
      Optional<SealedBundle.Asker> bundle,
      Consumer<Answer> told)
      throws BrokerException, InterruptedException {
    BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(MOST_HEARD);
    Broker.Connection open =
        broker.connect(
            new Broker.Hello(
                "libstation-order-" + id,
                Optional.empty(),
                List.of(topics.answers(), topics.bundle()),
                (topic, text) -> {
                  String said = new String(text, StandardCharsets.UTF_8);
                  boolean _ = heard.offer(new Heard(topic, said));
                }));
    try (open) {
      open.publish(new Broker.Message(topics.orders(), signed, false), WITHIN);
      long end = System.nanoTime() + wait.toNanos();
      while (true) {
        Heard next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) {
          return Optional.empty();
        }
        if (next.topic().endsWith("/bundle")) {
          bundle.ifPresent(asker -> asker.take(next.text()));
          continue;
        }
        Optional<Answer> answer = answer(id, next.text());
        answer.ifPresent(told);
        if (answer.filter(Answer::isEnd).isPresent()) {
          return answer;
        }
      }
    }
  }

  private static Optional<Answer> answer(String id, String text) {
    return FlatJson.read(text)
        .filter(it -> OrderCover.SCHEMA.equals(it.get("schema")) && id.equals(it.get("order")))
        .map(
            it -> {
              Map<String, String> told = new TreeMap<>(it);
              told.keySet().removeAll(List.of("schema", "id", "order", "step", "at"));
              return new Answer(it.getOrDefault("id", ""), it.getOrDefault("step", ""), told);
            });
  }
}
