package org.libstation.parts;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.libstation.flow.state.CheckBoard;

/// The station's devices while checks want their lines.
public final class DevicesInService implements DeviceHold {
  /// How long they are waited for once they are open again.
  private static final Duration LIMIT = Duration.ofSeconds(8);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Devices devices;

  public DevicesInService(Devices devices) {
    this.devices = devices;
  }

  @Override
  public void letGo() {
    devices.close();
  }

  @Override
  public CheckBoard.Reopened takeBack() {
    devices.start();
    long end = System.nanoTime() + LIMIT.toNanos();
    Map<String, Boolean> usable = devices.usable();
    while (usable.containsValue(false) && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
      usable = devices.usable();
    }
    int answer = (int) usable.values().stream().filter(well -> well).count();
    return new CheckBoard.Reopened(answer, usable.size());
  }
}
