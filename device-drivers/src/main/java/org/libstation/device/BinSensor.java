package org.libstation.device;

/// The sensors and the lock of a book drop. Reports [DeviceEvent.ObjectPassed],
/// [DeviceEvent.FillLevel] and [DeviceEvent.DropInputsChanged].
public interface BinSensor extends Device {

  /// Asks to lock or unlock the flap, and to read the output back.
  ///
  /// @return false when the bounded queue is full; then no event follows
  boolean lockFlap(long command, boolean locked);

  /// Sets the lamp's pattern; callable from any thread. Before the first call, the lamp is lit
  /// while the flap is not locked.
  void lamp(LampPattern lamp);
}
