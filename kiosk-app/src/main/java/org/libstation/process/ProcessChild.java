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

/// A child process that speaks in lines on its standard output: `guard starting STEP`, `guard
/// ready`, `guard beat`, `guard stuck PART`, `guard fault CAUSE`; all else it prints goes on to
/// ours. It ends when its standard input does, so that none is left behind when its supervisor is
/// killed.
public final class ProcessChild implements Child {
  /// Begins a line that is for the supervisor.
  static final String WORD = "guard ";

  /// How the JVM begins the line of a fault in native code: `# SIGSEGV (0xb) at pc=…`.
  private static final String NATIVE = "#  SIG";

  /// So long after its end what it said is waited for.
  private static final Duration SAID = Duration.ofSeconds(2);

  private final Process process;
  private final BlockingQueue<ChildNote> notes = new LinkedBlockingQueue<>();

  private ProcessChild(Process process) {
    this.process = process;
  }

  /// @param rest takes what it prints for others
  public static ProcessChild start(List<String> command, PrintStream rest) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // Its heartbeat goes through the supervisor.
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
      // It is gone: its status says how.
    }
  }

  /// Its end comes last, after what it said; but what it started may hold its output open longer.
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

  /// Says a line to it, on its standard input.
  public void tell(String line) {
    try {
      OutputStream in = process.getOutputStream();
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException _) {
      // It is gone: its status says how.
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
    // By the signal alone: Process.destroy() shuts its streams too, as if we were gone.
    boolean _ = process.toHandle().destroy();
  }

  /// Waits until it is no more.
  public boolean awaitEnd(Duration within) throws InterruptedException {
    return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
  }
}
