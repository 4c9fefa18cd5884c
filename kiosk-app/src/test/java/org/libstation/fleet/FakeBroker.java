package org.libstation.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// A broker in memory, with faults.
final class FakeBroker implements Broker {
  final List<Message> said = new ArrayList<>();
  final List<String> tries = new ArrayList<>();
  Optional<Message> will = Optional.empty();
  Optional<BrokerFault> away = Optional.empty();

  /// It never says that it has a message of a topic that ends so.
  String deafTo = "";

  int closed;
  private BiConsumer<String, byte[]> heard = (_, _) -> {};

  List<String> texts(String kind) {
    return said.stream().filter(it -> it.topic().endsWith("/" + kind)).map(Message::text).toList();
  }

  void ask(String topic) {
    heard.accept(topic, new byte[0]);
  }

  @Override
  public BrokerConnection connect(Hello hello) throws BrokerException {
    tries.add(hello.client());
    if (away.isPresent()) {
      throw new BrokerException(away.get(), "", "as the test has it");
    }
    will = hello.will();
    heard = hello.heard();
    return new BrokerConnection() {
      private boolean open = true;

      @Override
      public boolean isOpen() {
        return open;
      }

      @Override
      public void publish(Message message, Duration within) throws BrokerException {
        if (!deafTo.isEmpty() && message.topic().endsWith(deafTo)) {
          throw new BrokerException(BrokerFault.SILENT, "", "no answer");
        }
        said.add(message);
      }

      @Override
      public void close() {
        open = false;
        closed++;
      }
    };
  }

  @Override
  public void close() {}
}
