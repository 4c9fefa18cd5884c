package org.libstation.station.parts;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.libstation.flow.state.CheckBoard;

/// Releases the station's devices so that checks can use their ports.
public final class DevicesInService implements DeviceHold {
  /// How long to wait for the devices after they are opened again.
  private static final Duration LIMIT = Duration.ofSeconds(8);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Devices devices;
  private final Supplier<Duration> monotonic;
  private final Predicate<Duration> rest;

  /// @param rest waits for the given time; returns false if the station is ending
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
