package org.libstation.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Connects to a message broker. Each call ends within its time limit, whatever the broker does.
public interface Broker extends AutoCloseable {

  /// One message.
  ///
  /// @param retained the broker keeps it for later subscribers
  record Message(String topic, String text, boolean retained) {}

  /// What a connection begins with.
  ///
  /// @param client client ID, the same for each connection of this station
  /// @param will message that the broker sends when the connection is lost; empty = none
  /// @param listens topic filters to subscribe to
  /// @param retained whether to ask for the messages that the broker keeps for these filters
  /// @param heard takes topic and payload of each new message, on a thread of the connection
  /// @param kept takes each message that the broker kept; its sender may be long gone
  record Hello(
      String client,
      Optional<Message> will,
      List<String> listens,
      boolean retained,
      BiConsumer<String, byte[]> heard,
      BiConsumer<String, byte[]> kept) {

    /// Hello of a client that hears new messages only, none that the broker kept.
    public static Hello fromNow(
        String client,
        Optional<Message> will,
        List<String> listens,
        BiConsumer<String, byte[]> heard) {
      return new Hello(client, will, listens, false, heard, heard);
    }
  }

  /// Connects and subscribes.
  ///
  /// @throws BrokerException when either fails
  BrokerConnection connect(Hello hello) throws BrokerException;

  /// Ends a call of [#connect] that still waits.
  @Override
  void close();

  /// One connection.
  interface BrokerConnection extends AutoCloseable {
    boolean isOpen();

    /// Why the connection ended without [#close()]; empty if unknown, or if the connection is open.
    default Optional<BrokerException> lost() {
      return Optional.empty();
    }

    /// Sends a message; when this returns, the broker has it.
    ///
    /// @throws BrokerException when the broker does not confirm in time; it may have the message
    void publish(Message message, Duration within) throws BrokerException;

    /// Disconnects in order, so that the broker does not send the will.
    @Override
    void close();
  }
}
