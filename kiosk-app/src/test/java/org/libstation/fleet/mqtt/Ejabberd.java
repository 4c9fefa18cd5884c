package org.libstation.fleet.mqtt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.libstation.testkit.Needs;

/// Debian's ejabberd, with MQTT alone.
public final class Ejabberd extends ErlangBroker {
  private static final Path CONTROL = Path.of("/usr/sbin/ejabberdctl");

  private final String path;

  public Ejabberd(Path folder, String node, NodeNames names) throws IOException {
    super(folder, node, names);
    Needs.oneOf("ejabberd", CONTROL.toString());
    Files.createDirectories(folder.resolve("log"));
    Files.writeString(folder.resolve("inetrc"), "");
    script("own", Files.readString(CONTROL).replaceAll("(?m)^INSTALLUSER=.*$", "INSTALLUSER="));
    script(
        "bin/ejabberdctl",
        "#!/bin/sh\nexec '%s' --config-dir '%s' --logs '%s' --spool '%s' --node '%s' \"$@\"\n"
            .formatted(
                folder.resolve("own"),
                folder,
                folder.resolve("log"),
                folder.resolve("spool"),
                node()));
    // Whoever calls ejabberdctl gets this one.
    path = folder.resolve("bin") + ":" + System.getenv("PATH");
    configure(List.of(), List.of());
  }

  /// Its file, as Debian's, without what is no MQTT.
  ///
  /// @param top lines of its own
  /// @param mqtt lines of `mod_mqtt`
  public void configure(List<String> top, List<String> mqtt) throws IOException {
    Files.writeString(
        folder().resolve("ejabberd.yml"),
        """
        hosts:
          - localhost
        loglevel: info
        define_macro:
          'TLS_OPTIONS':
            - "no_sslv3"
        c2s_protocol_options: 'TLS_OPTIONS'
        %s
        listen:
          -
            port: %d
            ip: "127.0.0.1"
            module: mod_mqtt
        modules:
          mod_admin_extra: {}
          mod_mqtt:%s
        """
            .formatted(
                String.join("\n", top),
                port(),
                mqtt.isEmpty() ? " {}" : "\n    " + String.join("\n    ", mqtt)));
  }

  private void script(String name, String text) throws IOException {
    Path file = folder().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Override
  List<String> command() {
    return List.of(folder().resolve("bin/ejabberdctl").toString(), "foreground");
  }

  @Override
  Map<String, String> settings() {
    return Map.of("PATH", path);
  }

  public void reload() throws IOException, InterruptedException {
    run(command().getFirst(), "reload_config");
  }

  /// A script that calls `ejabberdctl`.
  public void script(Path script) throws IOException, InterruptedException {
    run("sh", script.toString());
  }
}
