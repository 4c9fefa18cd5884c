package org.libstation.fleet.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.libstation.testkit.FreePorts;

/// A broker that we did not write, in a folder of its own, on loopback alone; of several with the
/// same cookie and the same names a cluster can be made.
public abstract class ErlangBroker implements AutoCloseable {
  private final Path folder;
  private final String node;
  private final NodeNames names;
  private final int port;
  private Optional<Process> broker = Optional.empty();

  /// @param node its name, of letters and digits
  ErlangBroker(Path folder, String node, NodeNames names) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.node = node + "@localhost";
    this.names = names;
    this.port = FreePorts.one();
    // Whoever knows it may do all at the node.
    Path cookie = folder.resolve(".erlang.cookie");
    if (!Files.exists(cookie)) {
      Files.writeString(cookie, "LIBSTATIONTEST");
      Files.setPosixFilePermissions(cookie, PosixFilePermissions.fromString("r--------"));
    }
  }

  final Path folder() {
    return folder;
  }

  public final String node() {
    return node;
  }

  public final int port() {
    return port;
  }

  /// What starts it and stays.
  abstract List<String> command();

  /// What only its own programs are told.
  abstract Map<String, String> settings();

  private ProcessBuilder builder(List<String> command) {
    Map<String, String> all = new TreeMap<>(settings());
    all.put("HOME", folder.toString());
    all.put("ERL_EPMD_PORT", String.valueOf(names.port()));
    all.put("ERL_EPMD_ADDRESS", "127.0.0.1");
    all.put("ERL_AFLAGS", "-kernel inet_dist_use_interface {127,0,0,1}");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(all);
    return builder;
  }

  public void begin() throws IOException {
    Process process =
        builder(command())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
            .start();
    broker = Optional.of(process);
    try {
      NodeNames.awaitPort(node, process, port);
    } catch (RuntimeException | Error e) {
      e.addSuppressed(new IOException(said()));
      throw e;
    }
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One of its own programs, as whoever runs it would call it.
  ///
  /// @return what it said
  final String run(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "said", "");
    Process process = builder(List.of(command)).redirectOutput(out.toFile()).start();
    if (!process.waitFor(Mosquitto.SOON.toSeconds(), TimeUnit.SECONDS)) {
      killed(process);
    }
    String said = Files.readString(out);
    assertThat(process.exitValue()).as(List.of(command) + ": " + said).isZero();
    return said;
  }

  /// SIGKILL.
  public final void kill() {
    broker.ifPresent(ErlangBroker::killed);
    broker = Optional.empty();
  }

  private static void killed(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().orTimeout(1, TimeUnit.MINUTES).join());
  }

  @Override
  public final void close() {
    kill();
  }
}
