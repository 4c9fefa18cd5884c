package org.libstation.lab.fleet;

import java.util.List;
import java.util.Optional;
import org.libstation.fleet.mqtt.MqttBroker;

/// A message broker on this machine.
///
/// @param ports of its nodes, in the order in which they are tried
/// @param login empty if the broker asks for none
public record BrokerNodes(List<Integer> ports, Optional<MqttBroker.LoginFile> login) {
  public BrokerNodes {
    ports = List.copyOf(ports);
  }

  /// A broker that lets everybody in.
  public static BrokerNodes open(int port) {
    return new BrokerNodes(List.of(port), Optional.empty());
  }

  MqttBroker broker(CutLine line) {
    return new MqttBroker(
        "127.0.0.1", line.port(), new MqttBroker.BrokerAccess(Optional.empty(), login));
  }
}
