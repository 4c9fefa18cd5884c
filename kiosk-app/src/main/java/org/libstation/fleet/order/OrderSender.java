package org.libstation.fleet.order;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.Topics;

/// Sends one order once and follows its progress. Answers are not signed: anyone who can write to
/// the broker can send false ones.
public final class OrderSender {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  /// Most replies that wait, more than a bundle has parts; further ones are dropped.
  private static final int MOST_HEARD = 4096;

  /// Most answers that are passed on; after these only the final one.
  private static final int MOST_TOLD = 64;

  /// Reasons that concern only a copy: an order just signed is neither replayed nor forged.
  private static final Set<String> OF_COPY =
      Set.of(OrderRefusal.REPLAYED.word(), OrderRefusal.FORGED.word());

  private final Broker broker;
  private final Topics topics;

  /// @param topics of the station, with `+` for its installation
  public OrderSender(Broker broker, Topics topics) {
    this.broker = broker;
    this.topics = topics;
  }

  /// A station's answer.
  ///
  /// @param installation its ID
  /// @param word word of the step, as received
  /// @param told further values of the step
  public record StationAnswer(String installation, String word, Map<String, String> told) {
    public StationAnswer {
      told = Map.copyOf(told);
    }

    /// The step; empty for a word that is unknown here.
    public Optional<OrderStep> step() {
      return OrderStep.of(word);
    }

    private boolean is(OrderStep step) {
      return step().equals(Optional.of(step));
    }

    /// Whether the answer refuses a copy of an order that this installation took before. A broker
    /// may deliver an order twice, and whoever heard it can repeat it.
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

  /// Sends the order and waits for its end.
  ///
  /// @param signed the order in its envelope
  /// @param bundle takes the parts of a bundle; empty if the order asks for none
  /// @param told takes each answer as it comes, once
  /// @return the final answer; empty when none arrived in time
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
    return OrderAnswer.TEXT
        .read(text)
        .filter(it -> it.head().schema().equals(OrderCover.SCHEMA) && it.head().order().equals(id))
        .map(it -> new StationAnswer(it.head().id(), it.head().step(), it.told()));
  }
}
