package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private static final int ROUNDS = 300;

  private final Doors doors =
      new Doors("test", InetAddress.getLoopbackAddress(), 0, connection -> {});

  @AfterEach
  void shut() {
    doors.close();
  }

  private void connect() throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), doors.port()).close();
  }

  @Test
  void nobodyConnectsToShutDoorsHoweverSoonTheyTry() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      doors.open();
      connect();
      shut();
      assertThatThrownBy(this::connect).as("round %d", round).isInstanceOf(ConnectException.class);
    }
  }
}
