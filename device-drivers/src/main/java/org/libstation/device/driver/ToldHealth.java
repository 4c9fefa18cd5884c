package org.libstation.device.driver;

import java.util.function.BooleanSupplier;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;

/// A device's health, of which each change is told once; what stays the same keeps the moment since
/// when it is so.
///
/// Changed by the device's own thread, read by all.
public final class ToldHealth {
  private final String device;
  private final DeviceListener listener;
  private volatile DeviceHealth health;
  private DeviceHealth told;

  /// @param first is told to nobody
  public ToldHealth(String device, DeviceListener listener, DeviceHealth first) {
    this.device = device;
    this.listener = listener;
    this.health = first;
    this.told = first;
  }

  public DeviceHealth get() {
    return health;
  }

  public void become(DeviceHealth next) {
    become(next, () -> true);
  }

  /// @param goodNews whether it is told now that the device can be used; that it cannot, always is
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

  /// Without a word to anybody.
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
