package org.libstation.app;

import org.libstation.process.Supervisor;
import org.springframework.boot.ExitCodeGenerator;

/// Somebody wants the station to end in order and to be started again: the exit status says so to
/// the supervisor.
final class RestartExit implements ExitCodeGenerator {
  private final EndReason ending;
  private volatile boolean wanted;

  RestartExit(EndReason ending) {
    this.ending = ending;
  }

  void ask() {
    wanted = true;
    boolean _ = ending.because("somebody wants it to start again");
  }

  @Override
  public int getExitCode() {
    return wanted ? Supervisor.WANTED : 0;
  }
}
