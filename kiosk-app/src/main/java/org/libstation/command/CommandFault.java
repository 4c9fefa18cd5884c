package org.libstation.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.libstation.file.ProgramName;
import org.libstation.site.SiteProblem;
import org.libstation.station.driven.ScenarioProblem;

/// Reports the failure of a command.
public final class CommandFault {
  /// Exit status of a bug, as in sysexits.h (EX_SOFTWARE): neither a failed expectation nor a wrong
  /// setting.
  static final int BUG = 70;

  /// Exit status of a fault in the site's files or on the command line.
  private static final int WRONG = 2;

  private CommandFault() {}

  /// Whether the message alone is enough, without a stack trace.
  static boolean isToldPlainly(Exception problem) {
    return problem instanceof SiteProblem || problem instanceof ScenarioProblem;
  }

  /// Reports the failure of a command that started without the command line library, in the same
  /// words.
  ///
  /// @return the exit status
  public static int told(Exception problem, PrintStream err) {
    return told(problem, TerminalWriter.over(err));
  }

  static int told(Exception problem, PrintWriter err) {
    boolean plain = isToldPlainly(problem);
    if (plain) {
      err.println(ProgramName.in(String.valueOf(problem.getMessage())));
    } else {
      problem.printStackTrace(err);
    }
    err.flush();
    return plain ? WRONG : BUG;
  }
}
