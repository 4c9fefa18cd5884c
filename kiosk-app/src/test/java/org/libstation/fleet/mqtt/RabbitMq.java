package org.libstation.fleet.mqtt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.libstation.testkit.FreePorts;
import org.libstation.testkit.Needs;

/// Debian's RabbitMQ, by its own scripts and not by Debian's wrapper, which wants to be root or
/// `rabbitmq`.
public final class RabbitMq extends ErlangBroker {
  private static final String PROGRAMS = "/usr/lib/rabbitmq/bin/";

  private final int nodesPort;

  /// @param settings lines of files in `/etc/rabbitmq/conf.d`, beside the listener, which is
  ///   encrypted where they name a certificate
  public RabbitMq(Path folder, String node, NodeNames names, List<String> settings)
      throws IOException {
    super(folder, node, names);
    nodesPort = FreePorts.one();
    Needs.oneOf("rabbitmq-server", PROGRAMS + "rabbitmq-server");
    Files.writeString(folder.resolve("enabled_plugins"), "[rabbitmq_mqtt].\n");
    Path more = Files.createDirectories(folder.resolve("conf.d"));
    Files.write(
        more.resolve("10-test.conf"),
        settings.stream().anyMatch(it -> it.startsWith("ssl_options.certfile"))
            ? List.of(
                "listeners.tcp = none",
                "mqtt.listeners.tcp = none",
                "mqtt.listeners.ssl.1 = 127.0.0.1:" + port())
            : List.of("listeners.tcp = none", "mqtt.listeners.tcp.1 = 127.0.0.1:" + port()));
    Files.write(more.resolve("20-libstation.conf"), settings);
  }

  @Override
  List<String> command() {
    // A thousand connections, and its own files.
    return List.of("sh", "-c", "ulimit -n $(ulimit -H -n); exec " + PROGRAMS + "rabbitmq-server");
  }

  @Override
  Map<String, String> settings() {
    String at = folder() + "/";
    return Map.ofEntries(
        Map.entry("RABBITMQ_NODENAME", node()),
        Map.entry("RABBITMQ_DIST_PORT", String.valueOf(nodesPort)),
        Map.entry("RABBITMQ_BASE", at),
        Map.entry("RABBITMQ_MNESIA_BASE", at + "data"),
        Map.entry("RABBITMQ_LOG_BASE", at + "log"),
        Map.entry("RABBITMQ_CONFIG_FILE", at + "rabbitmq.conf"),
        Map.entry("RABBITMQ_CONFIG_FILES", at + "conf.d/*.conf"),
        Map.entry("RABBITMQ_ADVANCED_CONFIG_FILE", at + "advanced.config"),
        Map.entry("RABBITMQ_GENERATED_CONFIG_DIR", at + "generated"),
        Map.entry("RABBITMQ_ENABLED_PLUGINS_FILE", at + "enabled_plugins"),
        Map.entry("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
        Map.entry("RABBITMQ_PID_FILE", at + "pid"),
        // The script becomes the node, and is no shell before it.
        Map.entry("RUNNING_UNDER_SYSTEMD", "true"));
  }

  /// Becomes a node of another's cluster.
  public void join(RabbitMq other) throws IOException, InterruptedException {
    control("stop_app");
    control("join_cluster", other.node());
    control("start_app");
  }

  public String control(String... words) throws IOException, InterruptedException {
    String[] command = new String[words.length + 1];
    command[0] = PROGRAMS + "rabbitmqctl";
    System.arraycopy(words, 0, command, 1, words.length);
    return run(command);
  }
}
