package org.libstation.device.escpos;

import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;

/// Reports the progress and the outcome of print jobs to the listener.
final class JobNews {
  private final String device;
  private final DeviceListener listener;

  JobNews(String device, DeviceListener listener) {
    this.device = device;
    this.listener = listener;
  }

  void printing(PrintRun run) {
    moved(
        run,
        new PrintState.PrintInProgress(
            Math.clamp(run.line() + 1L, 1, Math.max(1, run.lines())), run.lines()));
  }

  void held(PrintRun run, String code, String reason) {
    moved(run, new PrintState.Halted(code, reason, run.failedLine()));
  }

  void ended(PrintRun run, PrintOutcome outcome) {
    listener.on(new DeviceEvent.PrintEnded(device, run.number(), outcome));
  }

  private void moved(PrintRun run, PrintState state) {
    listener.on(new DeviceEvent.PrintMoved(device, run.number(), state));
  }
}
