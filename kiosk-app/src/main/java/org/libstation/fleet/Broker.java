package org.libstation.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The way to whoever passes messages on. No call waits longer than it says, whatever the far end
/// does.
public interface Broker extends AutoCloseable {

  /// One message.
  ///
  /// @param retained kept by the broker for who subscribes later
  record Message(String topic, String text, boolean retained) {}

  /// What a connection begins with.
  ///
  /// @param client the same for each connection of this station
  /// @param will what the broker says when the connection is lost; empty for one that says nothing
  /// @param listens filters of topics
  /// @param retained whether what the broker kept of them is asked for
  /// @param heard told topic and text of each message that comes, by a thread of the connection's
  /// @param kept the same of what the broker kept: whoever said it may be long gone
  record Hello(
      String client,
      Optional<Message> will,
      List<String> listens,
      boolean retained,
      BiConsumer<String, byte[]> heard,
      BiConsumer<String, byte[]> kept) {

    /// One that hears what is said from now on.
    public static Hello fromNow(
        String client,
        Optional<Message> will,
        List<String> listens,
        BiConsumer<String, byte[]> heard) {
      return new Hello(client, will, listens, false, heard, heard);
    }
  }

  /// Connects, and subscribes.
  ///
  /// @throws BrokerException when it cannot be
  BrokerConnection connect(Hello hello) throws BrokerException;

  /// Ends what waits in [#connect].
  @Override
  void close();

  /// One connection.
  interface BrokerConnection extends AutoCloseable {
    boolean isOpen();

    /// Why the connection ended without [#close()]; empty where that is not known, or it is open.
    default Optional<BrokerException> lost() {
      return Optional.empty();
    }

    /// Hands a message over; it has arrived when this returns.
    ///
    /// @throws BrokerException when nobody says so in time; it may have arrived all the same
    void publish(Message message, Duration within) throws BrokerException;

    /// In order, so that the will is not said.
    @Override
    void close();
  }
}
