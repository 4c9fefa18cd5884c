package org.libstation.fleet;

import java.util.List;
import java.util.Optional;

/// Further use of the connection that carries a station's news, such as for orders.
public interface Beside {
  /// No further use of the connection.
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

  /// Topic to subscribe to; empty = none.
  Optional<String> topic();

  /// Takes a message of that topic. A thread of the connection calls this; it returns at once.
  void heard(byte[] message);

  /// Does one step of the work; called also while there is no connection.
  ///
  /// @param open the connection; empty while there is none
  /// @throws BrokerException when a message could not be sent
  void step(Optional<Broker.BrokerConnection> open) throws BrokerException;

  /// Codes of what is wrong with this use (`docs/technician/codes.md`).
  List<String> codes();
}
