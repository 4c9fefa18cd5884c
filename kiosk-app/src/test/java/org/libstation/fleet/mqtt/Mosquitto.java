package org.libstation.fleet.mqtt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.libstation.testkit.Calls;
import org.libstation.testkit.FreePorts;
import org.libstation.testkit.Needs;

/// A broker that we did not write, on loopback, and its own subscriber, which writes down what it
/// hears: a line `TOPIC RETAINED TEXT` each.
public final class Mosquitto implements AutoCloseable {
  public static final Duration SOON = Duration.ofMinutes(2);

  private final Path folder;
  private final Path config;
  private final int port;
  private final List<Process> listeners = new ArrayList<>();
  private Optional<Process> broker = Optional.empty();

  /// @param settings lines of its file beside the listener
  public Mosquitto(Path folder, String... settings) throws IOException {
    Needs.programs("mosquitto", "mosquitto_sub", "mosquitto_pub");
    this.folder = folder;
    this.port = FreePorts.one();
    this.config = folder.resolve("mosquitto.conf");
    List<String> lines =
        new ArrayList<>(List.of("listener " + port + " 127.0.0.1", "persistence false"));
    if ("root".equals(System.getProperty("user.name"))) {
      // It would become another user, who cannot read what lies here.
      lines.add("user root");
    }
    lines.addAll(List.of(settings));
    if (settings.length == 0) {
      lines.add("allow_anonymous true");
    }
    Files.write(config, lines);
  }

  public int port() {
    return port;
  }

  public Mosquitto begin() throws IOException {
    Process process =
        new ProcessBuilder("mosquitto", "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("mosquitto.log").toFile()))
            .start();
    broker = Optional.of(process);
    NodeNames.awaitPort("mosquitto", process, port);
    return this;
  }

  public void end() {
    broker.ifPresent(
        process -> process.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join());
  }

  /// Subscribes with words of its own beside the topic.
  ///
  /// @return what it hears, from now on
  public Path hears(String name, String... more) throws IOException {
    Path out = folder.resolve(name);
    List<String> command =
        new ArrayList<>(
            List.of(
                "mosquitto_sub",
                "-V",
                "mqttv5",
                "-h",
                "localhost",
                "-p",
                String.valueOf(port),
                "-q",
                "1",
                "-t",
                "libstation/v1/#",
                "-F",
                "%t %r %p"));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(out.toFile())
            .start();
    listeners.add(process);
    return out;
  }

  public void says(String topic, String text) throws IOException, InterruptedException {
    ProcessBuilder publish =
        new ProcessBuilder(
            "mosquitto_pub",
            "-V",
            "mqttv5",
            "-h",
            "127.0.0.1",
            "-p",
            String.valueOf(port),
            "-t",
            topic,
            "-m",
            text);
    Calls.succeeds(publish);
  }

  @Override
  public void close() {
    listeners.forEach(Process::destroyForcibly);
    end();
  }
}
