package org.libstation.device;

/// Receives the events of a device. It is called on the device's own thread, must return at once
/// and must not throw.
@FunctionalInterface
public interface DeviceListener {
  void on(DeviceEvent event);
}
