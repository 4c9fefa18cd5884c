package org.libstation.device;

/// Where a device says what it noticed. Called on the device's own thread; must return at once and
/// must not throw.
@FunctionalInterface
public interface DeviceListener {
  void on(DeviceEvent event);
}
