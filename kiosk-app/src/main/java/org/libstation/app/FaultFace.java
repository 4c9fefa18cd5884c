package org.libstation.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.libstation.flow.state.Code;
import org.libstation.process.Supervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows *out of service*. Its texts and names are read once the station serves, or when it ends
/// before. During a start the processors are left to the station. A fault in the texts is not
/// reported here, because it ends the start with its own message.
final class FaultFace implements Supervisor.Face {
  private static final Logger log = LoggerFactory.getLogger(FaultFace.class);

  private final FutureTask<Supervisor.Face> screen;

  FaultFace(Callable<Supervisor.Face> reading) {
    this.screen = new FutureTask<>(reading);
  }

  @Override
  public void outOfService(Code code) {
    // Returns at once if the texts are being read already.
    screen.run();
    try {
      screen.get().outOfService(code);
    } catch (ExecutionException e) {
      log.error("cannot show the out-of-service screen", e.getCause());
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
