package org.libstation.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.libstation.file.ProgramName;
import org.libstation.journal.JournalException;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command with a help page whose output is flushed at its end. It reports in plain words why a
/// journal cannot be used.
@Command(mixinStandardHelpOptions = true)
public abstract class PrintingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  /// Carries out the command.
  ///
  /// @return the exit status
  protected abstract int run() throws Exception;

  @Override
  public final Integer call() throws Exception {
    try {
      return run();
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    } finally {
      out().flush();
      err().flush();
    }
  }

  protected final CommandLine commandLine() {
    return spec.commandLine();
  }

  protected final PrintWriter out() {
    return commandLine().getOut();
  }

  protected final PrintWriter err() {
    return commandLine().getErr();
  }

  /// Prints a line at once.
  protected final void say(String line) {
    out().println(ProgramName.in(line));
    out().flush();
  }

  /// Prints a line on standard error at once.
  protected final void warn(String line) {
    err().println(ProgramName.in(line));
    err().flush();
  }

  /// Reports that a long task has begun.
  protected final void progress(String what) {
    warn(what + " …");
  }

  protected final void print(Iterable<String> lines) {
    lines.forEach(this::say);
  }

  /// Replaces control characters of a foreign text by spaces, so that it fits on one line.
  protected static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /// A constant's name in words.
  protected static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
