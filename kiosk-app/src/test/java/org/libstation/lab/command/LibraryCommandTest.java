package org.libstation.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.command.Called;
import org.libstation.lab.embedded.LedgerReader;
import org.libstation.lab.scenario.Ledgers;

/// `station library`, over a real socket.
@Timeout(300)
class LibraryCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /// 93 without checksum: login name, password, location code (SIP2 2.00, Login).
  private static final String LOGIN = "9300CNstation1|COstation1|CPSEL-1|\r";

  @TempDir Path data;

  private static LibraryCommand command() {
    return new LibraryCommand(InstantSource.system(), InputStream.nullInputStream());
  }

  @Test
  void the_child_of_a_process_that_is_killed_ends_too() throws Exception {
    PipedOutputStream parent = new PipedOutputStream();
    InputStream input = new PipedInputStream(parent);
    Called station = new Called(new LibraryCommand(InstantSource.system(), input));
    AtomicInteger status = new AtomicInteger(-1);
    Thread serving =
        Thread.ofPlatform()
            .start(
                () ->
                    status.set(
                        station.with("library", "--with-parent", "--port=0", "--data=" + data)));
    await().atMost(LIMIT).until(() -> station.said("controlled on port ").isPresent());
    int port = port(station, "listening on port ");
    assertThat(answer(port, LOGIN)).startsWith("941");
    assertThat(status).hasValue(-1);

    // A killed process closes its end of every pipe.
    parent.close();
    serving.join(LIMIT);
    assertThat(status).hasValue(0);
    assertThatThrownBy(() -> answer(port, LOGIN)).isInstanceOf(IOException.class);
  }

  @Test
  void it_says_where_it_listens_logs_a_station_in_and_ends_when_told() throws Exception {
    Called station = new Called(command());
    AtomicInteger status = new AtomicInteger(-1);
    Thread serving =
        Thread.ofPlatform()
            .start(
                () ->
                    status.set(
                        station.with(
                            "library", "--port=0", "--control=0", "--data", data.toString())));
    try {
      await().atMost(LIMIT).until(() -> station.said("controlled on port ").isPresent());
      int port = port(station, "listening on port ");
      assertThat(answer(port, LOGIN)).startsWith("941");
      assertThat(answer(port, LOGIN.replace("COstation1", "COwrong"))).startsWith("940");
      assertThat(answer(port(station, "controlled on port "), "status\n"))
          .startsWith("ok port " + port);
    } finally {
      serving.interrupt();
      serving.join(LIMIT);
    }
    assertThat(status).hasValue(0);
    try (LedgerReader ledger = LedgerReader.open(data.resolve(Ledgers.LEDGER))) {
      assertThat(ledger.openLoans()).isNotEmpty();
    }
  }

  @Test
  void a_port_that_is_taken_is_said_in_plain_words() throws IOException {
    Called station = new Called(command());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int status =
          station.with(
              "library", "--port=" + taken.getLocalPort(), "--data=" + data, "--control=0");
      assertThat(status).isEqualTo(2);
      assertThat(station.err())
          .contains(String.valueOf(taken.getLocalPort()))
          .contains("another one may be running")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void a_wrong_port_a_wrong_policy_and_a_directory_that_cannot_be_are_refused() throws IOException {
    Called station = new Called(command());
    assertThat(station.with("librarian")).isEqualTo(2);
    assertThat(station.with("library", "--prot=1")).isEqualTo(2);
    assertThat(station.with("library", "--port=70000", "--data=" + data)).isEqualTo(2);
    assertThat(station.err()).contains("--port: expected a port from 0 to 65535, not 70000");
    assertThat(station.with("library", "--policy=none.policy", "--data=" + data)).isEqualTo(2);
    assertThat(station.err()).contains("none.policy: cannot be read");
    Path file = Files.createFile(data.resolve("file"));
    assertThat(station.with("library", "--port=0", "--data=" + file)).isEqualTo(2);
    assertThat(station.err()).contains(file + ": cannot be made");
  }

  @Test
  void a_policy_in_another_currency_is_refused() throws IOException {
    Path euros =
        Files.writeString(
            data.resolve("euros.policy"),
            Files.readString(Path.of("..", "config", "policy", "hkpl-example.yaml"))
                .replaceFirst("(?m)^( *)currency: HKD", "$1currency: EUR"));
    Called station = new Called(command());
    assertThat(station.with("library", "--policy=" + euros, "--data=" + data)).isEqualTo(2);
    assertThat(station.err()).contains("euros.policy: currency: expected HKD").contains("not EUR");
  }

  private static int port(Called station, String words) {
    return Integer.parseInt(station.said(words).orElseThrow());
  }

  private static String answer(int port, String line) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
      return String.valueOf(answers.readLine());
    }
  }
}
