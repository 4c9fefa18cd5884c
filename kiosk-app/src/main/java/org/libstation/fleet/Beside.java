package org.libstation.fleet;

import java.util.List;
import java.util.Optional;

/// What else goes over the connection that the news use.
public interface Beside {
  /// Nothing else does.
  Beside NOTHING =
      new Beside() {
        @Override
        public Optional<String> topic() {
          return Optional.empty();
        }

        @Override
        public void heard(byte[] message) {}

        @Override
        public void step(Optional<Broker.BrokerConnection> open) {}

        @Override
        public List<String> codes() {
          return List.of();
        }
      };

  /// What is listened to.
  Optional<String> topic();

  /// A message of that topic, by a thread of the connection's; returns at once.
  void heard(byte[] message);

  /// One look; also while there is no connection.
  ///
  /// @throws BrokerException when something could not be said
  void step(Optional<Broker.BrokerConnection> open) throws BrokerException;

  /// What is wrong with it (`docs/codes.md`).
  List<String> codes();
}
