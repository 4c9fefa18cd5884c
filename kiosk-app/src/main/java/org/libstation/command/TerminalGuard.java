package org.libstation.command;

import java.io.PrintStream;
import picocli.CommandLine;

/// Puts everything that the commands say behind a [TerminalWriter]. Help is then without colours:
/// those are control characters too.
public final class TerminalGuard {
  private TerminalGuard() {}

  /// @return the same command line
  public static CommandLine around(CommandLine line, PrintStream out, PrintStream err) {
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setOut(TerminalWriter.over(out));
    line.setErr(TerminalWriter.over(err));
    return line;
  }
}
