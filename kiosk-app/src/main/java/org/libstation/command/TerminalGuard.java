package org.libstation.command;

import java.io.PrintStream;
import org.libstation.file.ProgramName;
import picocli.CommandLine;

/// Sends all output of the commands through a [TerminalWriter]. Help therefore has no colours,
/// which are control characters too. An installed program shows its own name in help.
public final class TerminalGuard {
  private TerminalGuard() {}

  /// @return the same command line
  public static CommandLine around(CommandLine line, PrintStream out, PrintStream err) {
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setOut(TerminalWriter.over(out));
    line.setErr(TerminalWriter.over(err));
    if (ProgramName.isInstalled()) {
      line.setCommandName(ProgramName.get());
    }
    CommandHelp.into(line);
    return line;
  }
}
