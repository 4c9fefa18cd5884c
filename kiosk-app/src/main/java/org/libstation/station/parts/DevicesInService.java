package org.libstation.station.parts;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.libstation.flow.state.CheckBoard;

/// The station's devices while checks want their lines.
public final class DevicesInService implements DeviceHold {
  /// How long they are waited for once they are open again.
  private static final Duration LIMIT = Duration.ofSeconds(8);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Devices devices;
  private final Supplier<Duration> monotonic;
  private final Predicate<Duration> rest;

  /// @param rest waits so long; false where the station ends meanwhile
  public DevicesInService(Devices devices, Supplier<Duration> monotonic, Predicate<Duration> rest) {
    this.devices = devices;
    this.monotonic = monotonic;
    this.rest = rest;
  }

  @Override
  public void letGo() {
    devices.close();
  }

  @Override
  public CheckBoard.Reopened takeBack() {
    devices.start();
    Duration end = monotonic.get().plus(LIMIT);
    Map<String, Boolean> usable = devices.usable();
    while (usable.containsValue(false) && monotonic.get().compareTo(end) < 0 && rest.test(LOOK)) {
      usable = devices.usable();
    }
    int answer = (int) usable.values().stream().filter(well -> well).count();
    return new CheckBoard.Reopened(answer, usable.size());
  }
}
