package org.libstation.device.driver;

import java.util.function.BooleanSupplier;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;

/// A device's health, reporting each change once. An unchanged state keeps the time when it began.
///
/// The device's own thread changes it; any thread may read it.
public final class ToldHealth {
  private final String device;
  private final DeviceListener listener;
  private volatile DeviceHealth health;
  private DeviceHealth told;

  /// @param first the initial health; it is not reported
  public ToldHealth(String device, DeviceListener listener, DeviceHealth first) {
    this.device = device;
    this.listener = listener;
    this.health = first;
    this.told = first;
  }

  public DeviceHealth get() {
    return health;
  }

  /// Changes the health, and reports the change unless the state is the same.
  public void become(DeviceHealth next) {
    become(next, () -> true);
  }

  /// Changes the health, as above.
  ///
  /// @param goodNews whether "usable" may be reported now; "not usable" is always reported
  void become(DeviceHealth next, BooleanSupplier goodNews) {
    DeviceHealth before = told;
    boolean same =
        switch (next) {
          case DeviceHealth.Ready r ->
              before instanceof DeviceHealth.Ready b && b.says().equals(r.says());
          case DeviceHealth.NeedsHand n ->
              before instanceof DeviceHealth.NeedsHand b
                  && b.code().equals(n.code())
                  && b.reason().equals(n.reason());
          case DeviceHealth.Connecting c ->
              before instanceof DeviceHealth.Connecting b
                  && b.attempt() > 0
                  && b.code().equals(c.code())
                  && b.reason().equals(c.reason());
        };
    health = same ? since(before, next) : next;
    if (!same && (!next.usable() || goodNews.getAsBoolean())) {
      told = next;
      listener.on(new DeviceEvent.HealthChanged(device, next));
    }
  }

  /// Updates the health without reporting it.
  void count(DeviceHealth next) {
    health = since(health, next);
  }

  private static DeviceHealth since(DeviceHealth before, DeviceHealth next) {
    return switch (next) {
      case DeviceHealth.Ready r ->
          new DeviceHealth.Ready(before.since(), r.says(), r.lastGoodAnswer());
      case DeviceHealth.NeedsHand n ->
          new DeviceHealth.NeedsHand(before.since(), n.code(), n.reason());
      case DeviceHealth.Connecting c ->
          new DeviceHealth.Connecting(before.since(), c.attempt(), c.code(), c.reason());
    };
  }
}
