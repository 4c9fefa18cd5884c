package org.libstation.app;

import org.libstation.process.Supervisor;
import org.springframework.boot.ExitCodeGenerator;

/// Ends the station in order for a restart. The exit status tells the supervisor to start it again.
final class RestartExit implements ExitCodeGenerator {
  private final EndReason ending;
  private volatile boolean wanted;

  RestartExit(EndReason ending) {
    this.ending = ending;
  }

  /// Ends the station for a restart.
  void ask() {
    wanted = true;
    boolean _ = ending.because("somebody wants it to start again");
  }

  @Override
  public int getExitCode() {
    return wanted ? Supervisor.WANTED : 0;
  }
}
