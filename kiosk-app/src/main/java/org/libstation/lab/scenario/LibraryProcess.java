package org.libstation.lab.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;

/// The embedded library as a separate process, with faults commanded through its control port.
final class LibraryProcess implements AutoCloseable {
  private static final String LISTENING = "listening on port ";
  private static final String CONTROLLED = "controlled on port ";

  private final Process process;
  private final int port;
  private final int control;

  private LibraryProcess(Process process, int port, int control) {
    this.process = process;
    this.port = port;
    this.control = control;
  }

  /// Starts the library on free loopback ports and waits until it listens.
  ///
  /// @param begins what its wall clock shows at its start; empty = the machine's time
  static LibraryProcess start(Site site, Path data, Path out, Optional<OffsetDateTime> begins)
      throws ScenarioProblem {
    Path errors = out.resolve("library.log");
    Process process =
        ChildProcess.start(
            List.of(),
            List.of(
                "library",
                "--with-parent",
                "--port=0",
                "--control=0",
                "--data=" + data,
                "--policy=" + site.policy()),
            errors,
            begins);
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    int port = 0;
    int control = 0;
    try {
      String line;
      while ((port == 0 || control == 0) && (line = said.readLine()) != null) {
        if (line.startsWith(LISTENING)) {
          port = Integer.parseInt(line.substring(LISTENING.length()).strip());
        } else if (line.startsWith(CONTROLLED)) {
          control = Integer.parseInt(line.substring(CONTROLLED.length()).strip());
        }
      }
    } catch (IOException e) {
      ChildProcess.end(process);
      throw new ScenarioProblem("the library does not speak: " + e.getMessage());
    }
    if (port == 0 || control == 0) {
      ChildProcess.end(process);
      throw new ScenarioProblem("the library did not start; " + errors + " says why");
    }
    return new LibraryProcess(process, port, control);
  }

  int port() {
    return port;
  }

  /// Sends one command to the control port and checks that it was taken.
  void command(String words) throws ScenarioProblem {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), control);
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter commands =
            new PrintWriter(
                new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8), true)) {
      commands.println(words);
      String answer = answers.readLine();
      if (answer == null || !answer.startsWith("ok")) {
        throw new ScenarioProblem(
            "the library did not take '" + words + "': " + (answer == null ? "" : answer));
      }
    } catch (IOException e) {
      throw new ScenarioProblem("the library's control line is silent: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    ChildProcess.end(process);
  }
}
