package org.libstation.lab.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.station.driven.ScenarioProblem;

/// A station as a separate process, controlled through its standard input and output.
final class KioskProcess implements AutoCloseable {
  /// Most lines kept of the output of a station that fails to start.
  private static final int MOST_SAID = 5;

  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter requests;

  private KioskProcess(Process process) {
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.requests =
        new PrintWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
  }

  /// Starts the station and waits until its first screen can be used.
  ///
  /// @param prefix a program that starts and observes it; empty = none
  /// @param arguments of `run`, after `--driven`
  /// @param begins what its wall clock shows at its start; empty = the machine's time
  static KioskProcess start(
      List<String> prefix, List<String> arguments, Path errors, Optional<OffsetDateTime> begins)
      throws ScenarioProblem {
    List<String> all = new ArrayList<>(List.of("run", "--driven"));
    all.addAll(arguments);
    KioskProcess kiosk = new KioskProcess(ChildProcess.start(prefix, all, errors, begins));
    // A virtual machine that fails to start says why on standard output.
    List<String> said = new ArrayList<>();
    try {
      String line;
      while ((line = kiosk.answers.readLine()) != null) {
        if (line.equals("ready")) {
          return kiosk;
        }
        if (said.size() < MOST_SAID) {
          said.add(line.strip());
        }
      }
    } catch (IOException e) {
      kiosk.close();
      throw new ScenarioProblem("the station does not speak: " + e.getMessage());
    }
    kiosk.close();
    throw new ScenarioProblem(
        "the station did not start"
            + (said.isEmpty()
                ? "; " + errors + " says why"
                : ": " + String.join(" ", said) + " (" + errors + " may say more)"));
  }

  /// Sends a request and returns the lines of the answer.
  ///
  /// @throws ScenarioProblem when the station ended, or refused the request
  synchronized List<String> ask(String request) throws ScenarioProblem {
    requests.println(request);
    List<String> lines = new ArrayList<>();
    try {
      String line;
      while ((line = answers.readLine()) != null) {
        if (line.equals(".")) {
          if (!lines.isEmpty() && lines.getFirst().startsWith("problem ")) {
            throw new ScenarioProblem(lines.getFirst().substring("problem ".length()));
          }
          return lines;
        }
        lines.add(line);
      }
    } catch (IOException e) {
      throw new ScenarioProblem("the station does not answer: " + e.getMessage());
    }
    throw new ScenarioProblem("the station ended by itself");
  }

  /// The rest of the first state line that begins with this word.
  Optional<String> value(String word) throws ScenarioProblem {
    return ask("state").stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .findFirst();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Kills the station at once.
  void powerCut() {
    ChildProcess.kill(process);
  }

  @Override
  public void close() {
    ChildProcess.end(process);
  }
}
