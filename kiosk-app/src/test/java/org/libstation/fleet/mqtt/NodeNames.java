package org.libstation.fleet.mqtt;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.libstation.testkit.FreePorts;
import org.libstation.testkit.Needs;

/// Where nodes of Erlang find each other (`epmd`): one of the test's own, since the machine's would
/// go on for ever and listen to everybody.
public final class NodeNames implements AutoCloseable {
  private final int port;
  private final Process process;

  public NodeNames() throws IOException {
    Needs.programs("epmd");
    port = FreePorts.one();
    process =
        new ProcessBuilder("epmd", "-port", String.valueOf(port), "-address", "127.0.0.1")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitPort("epmd", process, port);
  }

  int port() {
    return port;
  }

  static void awaitPort(String what, Process process, int port) {
    await()
        .atMost(Mosquitto.SOON)
        .failFast(what + " ended", () -> !process.isAlive())
        .ignoreExceptions()
        .until(
            () -> {
              try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return true;
              }
            });
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
  }
}
