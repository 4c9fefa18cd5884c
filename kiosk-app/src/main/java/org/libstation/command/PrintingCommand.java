package org.libstation.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.libstation.file.ProgramName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that has a help page, prints, and whose words have all gone out when it ends.
@Command(mixinStandardHelpOptions = true)
public abstract class PrintingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  /// @return the exit status
  protected abstract int run() throws Exception;

  @Override
  public final Integer call() throws Exception {
    try {
      return run();
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

  /// A line that goes out at once.
  protected final void say(String line) {
    out().println(ProgramName.in(line));
    out().flush();
  }

  /// A line beside what was asked for, at once.
  protected final void warn(String line) {
    err().println(ProgramName.in(line));
    err().flush();
  }

  /// What takes long has begun.
  protected final void progress(String what) {
    warn(what + " …");
  }

  protected final void print(Iterable<String> lines) {
    lines.forEach(this::say);
  }
}
