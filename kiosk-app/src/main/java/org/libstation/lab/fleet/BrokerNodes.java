package org.libstation.lab.fleet;

import java.util.List;
import java.util.Optional;
import org.libstation.fleet.mqtt.MqttBroker;

/// A broker on this machine.
///
/// @param ports of its nodes, the one that is asked first before the others
/// @param login empty where nobody is asked who he is
public record BrokerNodes(List<Integer> ports, Optional<MqttBroker.LoginFile> login) {
  public BrokerNodes {
    ports = List.copyOf(ports);
  }

  /// One that lets in everybody.
  public static BrokerNodes open(int port) {
    return new BrokerNodes(List.of(port), Optional.empty());
  }

  MqttBroker broker(CutLine line) {
    return new MqttBroker(
        "127.0.0.1", line.port(), new MqttBroker.BrokerAccess(Optional.empty(), login));
  }
}
