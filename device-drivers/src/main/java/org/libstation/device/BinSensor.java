package org.libstation.device;

/// The sensors and the lock of a book drop; says [DeviceEvent.ObjectPassed],
/// [DeviceEvent.FillLevel] and [DeviceEvent.DropState].
public interface BinSensor extends Device {

  /// Asks to lock or unlock the flap and to read the output back.
  ///
  /// @return false when the bounded queue is full; then no event follows
  boolean lockFlap(long command, boolean locked);

  /// How the lamp shall burn, from any thread. Until it is told, it burns while the flap is not
  /// locked.
  void lamp(LampPattern lamp);
}
