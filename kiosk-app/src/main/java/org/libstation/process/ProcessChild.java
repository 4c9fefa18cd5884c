package org.libstation.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A child process that reports in lines on its standard output: `guard starting STEP`, `guard
/// ready`, `guard beat`, `guard stuck PART`, `guard fault CAUSE`. All other lines go on to this
/// program's output. It ends when its standard input does, so that none survives a killed
/// supervisor.
public final class ProcessChild implements Child {
  /// Starts a line that is for the supervisor.
  static final String WORD = "guard ";

  /// Start of the line by which the JVM reports a fault in native code: `# SIGSEGV (0xb) at pc=…`.
  private static final String NATIVE = "#  SIG";

  /// How long after its end its last lines are awaited.
  private static final Duration SAID = Duration.ofSeconds(2);

  private final Process process;
  private final BlockingQueue<ChildNote> notes = new LinkedBlockingQueue<>();

  private ProcessChild(Process process) {
    this.process = process;
  }

  /// Starts a child.
  ///
  /// @param rest takes lines that are not for the supervisor
  public static ProcessChild start(List<String> command, PrintStream rest) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // The supervisor sends the heartbeat to systemd.
    builder.environment().keySet().removeAll(List.of("NOTIFY_SOCKET", "WATCHDOG_USEC"));
    ProcessChild child = new ProcessChild(builder.start());
    Thread listening = Thread.ofPlatform().daemon().name("child").start(() -> child.listen(rest));
    Thread.ofPlatform().daemon().name("child's end").start(() -> child.awaitLast(listening));
    return child;
  }

  private void listen(PrintStream rest) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        Optional<ChildNote> note = note(line);
        if (note.isPresent()) {
          notes.add(note.get());
        } else {
          rest.println(line);
          rest.flush();
        }
      }
    } catch (IOException _) {
      // The process is gone; its exit status says how.
    }
  }

  /// Reports the end last, after all lines; but processes that it started may hold its output open
  /// longer.
  private void awaitLast(Thread listening) {
    try {
      int status = process.waitFor();
      boolean _ = listening.join(SAID);
      notes.add(new ChildNote.Ended(status));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static Optional<ChildNote> note(String line) {
    if (line.startsWith(NATIVE)) {
      return Optional.of(
          new ChildNote.ChildFault(line.replaceFirst("^#\\s+", "").replaceFirst(" at .*", "")));
    }
    if (!line.startsWith(WORD)) {
      return Optional.empty();
    }
    String said = line.substring(WORD.length());
    String word = said.split(" ", 2)[0];
    String more = said.substring(word.length()).strip();
    return switch (word) {
      case "starting" -> Optional.of(new ChildNote.Starting(more));
      case "ready" -> Optional.of(new ChildNote.ReadyNote());
      case "beat" -> Optional.of(new ChildNote.Beat());
      case "stuck" -> Optional.of(new ChildNote.Stuck(more));
      case "fault" -> Optional.of(new ChildNote.ChildFault(more));
      default -> Optional.empty();
    };
  }

  /// Writes a line to the child's standard input.
  public void tell(String line) {
    try {
      OutputStream in = process.getOutputStream();
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException _) {
      // The process is gone; its exit status says how.
    }
  }

  @Override
  public Optional<ChildNote> next(Duration within) throws InterruptedException {
    return Optional.ofNullable(notes.poll(within.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void end() {
    // Only by signal: `Process.destroy()` also closes the streams, as if the supervisor were gone.
    boolean _ = process.toHandle().destroy();
  }

  /// Waits for the end of the process.
  ///
  /// @return false if it did not end in time
  public boolean awaitEnd(Duration within) throws InterruptedException {
    return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
  }
}
