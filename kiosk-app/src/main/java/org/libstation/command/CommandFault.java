package org.libstation.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.libstation.file.ProgramName;
import org.libstation.site.SiteProblem;
import org.libstation.station.driven.ScenarioProblem;

/// What a command says when it failed.
public final class CommandFault {
  /// A bug, as in sysexits.h (EX_SOFTWARE): neither a failed expectation nor a wrong setting.
  static final int BUG = 70;

  /// Something in the site's files or on the command line that cannot be.
  private static final int WRONG = 2;

  private CommandFault() {}

  /// Whether its message is all there is to say.
  static boolean isToldPlainly(Exception problem) {
    return problem instanceof SiteProblem || problem instanceof ScenarioProblem;
  }

  /// Of a command that began without the command line library; the words are the same.
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
