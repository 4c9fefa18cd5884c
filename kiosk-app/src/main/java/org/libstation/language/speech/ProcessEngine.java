package org.libstation.language.speech;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A speech engine that is a program of the system. Each piece of speech is a process. It gets its
/// text by standard input, because everybody on the machine can read a command line.
abstract class ProcessEngine implements SpeechEngine {
  /// Longer than any piece of a screen takes to speak.
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /// Most bytes of one write that are copied onto the stack.
  private static final int COPIED = 8192;

  private static final int DEPTHS = 24;

  private static final Duration ASKED = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(ProcessEngine.class);

  private final String program;
  private final String installs;

  // The fields below are guarded by this.
  private @Nullable Process speaking;
  private boolean complained;

  /// @param program name or path
  /// @param installs system package that contains the program
  ProcessEngine(String program, String installs) {
    this.program = program;
    this.installs = installs;
  }

  /// Returns the command that speaks its standard input.
  abstract List<String> command(String program, Spoken words, SpeechStyle manner);

  /// Called after the process was ended, for engines that need more than that.
  void stopped() {}

  @Override
  public boolean say(Spoken words, SpeechStyle manner, BooleanSupplier stopped)
      throws InterruptedException {
    Process process;
    try {
      process = begin(command(program, words, manner), stopped);
      if (process == null) {
        return true;
      }
    } catch (IOException e) {
      complain("cannot be started");
      return false;
    }
    try (OutputStream in = process.getOutputStream()) {
      in.write((words.words() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The process was stopped before it had read its input.
    }
    cover();
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw e;
    } finally {
      end(process);
    }
    if (process.exitValue() != 0 && process.exitValue() < 128) {
      complain("ended with " + process.exitValue());
      return false;
    }
    return true;
  }

  /// Overwrites personal words on the stack. The virtual machine copies up to [#COPIED] bytes of a
  /// write to a file or pipe onto the thread's stack (`io_util.c`, `writeBytes`). They stay
  /// readable there until a deeper call overwrites them, so zeros are written the same way. Frame
  /// sizes depend on compilation, so several depths are used.
  private static void cover() {
    try (OutputStream nowhere = new FileOutputStream("/dev/null")) {
      int _ = cover(nowhere, DEPTHS);
    } catch (IOException e) {
      LOG.warn("cannot overwrite the text that was read aloud: {}", e.getMessage());
    }
  }

  private static int cover(OutputStream nowhere, int depths) throws IOException {
    nowhere.write(new byte[COPIED]);
    return depths == 0 ? 0 : 1 + cover(nowhere, depths - 1);
  }

  private synchronized @Nullable Process begin(List<String> command, BooleanSupplier stopped)
      throws IOException {
    if (stopped.getAsBoolean()) {
      return null;
    }
    Process begun =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    speaking = begun;
    return begun;
  }

  private synchronized void end(Process process) {
    if (process.equals(speaking)) {
      speaking = null;
    }
  }

  @Override
  public void stop() {
    Process under;
    synchronized (this) {
      under = speaking;
    }
    if (under != null) {
      under.destroyForcibly();
      stopped();
    }
  }

  /// Logs a fault once, because a machine without sound would fill its log.
  private synchronized void complain(String what) {
    if (!complained) {
      complained = true;
      LOG.warn("{} {}: nothing is read aloud", program, what);
    }
  }

  @Override
  public Optional<String> trouble() {
    return version().isPresent()
        ? Optional.empty()
        : Optional.of(program + " is not installed: apt-get install " + installs);
  }

  @Override
  public String name() {
    return version().orElse(program);
  }

  private Optional<String> version() {
    try {
      Process asked =
          new ProcessBuilder(program, "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      asked.getOutputStream().close();
      String said = new String(asked.getInputStream().readNBytes(200), StandardCharsets.UTF_8);
      if (!asked.waitFor(ASKED.toSeconds(), TimeUnit.SECONDS)) {
        asked.destroyForcibly();
        return Optional.empty();
      }
      String line = said.lines().findFirst().orElse(program).strip();
      int data = line.indexOf("  Data at");
      return Optional.of(data > 0 ? line.substring(0, data) : line);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
