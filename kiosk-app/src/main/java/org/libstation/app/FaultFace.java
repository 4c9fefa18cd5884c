package org.libstation.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.libstation.flow.state.Code;
import org.libstation.process.Supervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// *Out of service*, whose words and names are read when the station serves, or ends before: while
/// it starts, the processors are its own. What is wrong with them ends its start with words of its
/// own.
final class FaultFace implements Supervisor.Face {
  private static final Logger log = LoggerFactory.getLogger(FaultFace.class);

  private final FutureTask<Supervisor.Face> screen;

  FaultFace(Callable<Supervisor.Face> reading) {
    this.screen = new FutureTask<>(reading);
  }

  @Override
  public void outOfService(Code code) {
    // Where it is being read already, this comes back at once.
    screen.run();
    try {
      screen.get().outOfService(code);
    } catch (ExecutionException e) {
      log.error("the screen cannot say that the station is out of service", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void serving() {
    if (screen.state() == FutureTask.State.SUCCESS) {
      screen.resultNow().serving();
    } else {
      Thread _ = Thread.ofPlatform().daemon().name("out of service").start(screen);
    }
  }
}
