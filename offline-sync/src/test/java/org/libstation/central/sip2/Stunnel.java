package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.libstation.testkit.FreePorts;

/// stunnel before a port of this machine, on a port that was free, with a certificate by OpenSSL.
final class Stunnel implements AutoCloseable {
  private final Process process;
  private final int port;
  private final Path certificate;

  private Stunnel(Process process, int port, Path certificate) {
    this.process = process;
    this.port = port;
    this.certificate = certificate;
  }

  /// With a certificate of its own for `localhost`.
  static Stunnel before(int plain, Path folder) throws Exception {
    openssl(
        folder,
        "req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost"
            + " -addext subjectAltName=DNS:localhost -keyout own.key -out own.pem");
    return before(plain, folder, folder.resolve("own.pem"), folder.resolve("own.key"), "");
  }

  /// @param more lines for its settings
  static Stunnel before(int plain, Path folder, Path certificate, Path key, String more)
      throws Exception {
    int port = FreePorts.one();
    Path settings = folder.resolve("stunnel.conf");
    Files.writeString(
        settings,
        """
        foreground = yes
        pid =
        [sip2]
        accept = 127.0.0.1:%d
        connect = 127.0.0.1:%d
        cert = %s
        key = %s
        %s
        """
            .formatted(port, plain, certificate, key, more));
    Process started =
        new ProcessBuilder("stunnel", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("stunnel.txt").toFile())
            .start();
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> {
              try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return true;
              } catch (IOException notYet) {
                return false;
              }
            });
    return new Stunnel(started, port, certificate);
  }

  /// Runs OpenSSL in a folder.
  static void openssl(Path folder, String words) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words.split(" ", -1)));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.txt").toFile())
            .start();
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(words).isZero();
  }

  int port() {
    return port;
  }

  Path certificate() {
    return certificate;
  }

  @Override
  public void close() {
    process.destroy();
    await().atMost(Duration.ofMinutes(3)).until(() -> !process.isAlive());
  }
}
