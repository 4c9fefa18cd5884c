package org.libstation.device;

import java.time.Duration;

/// One device of the station.
///
/// A device does nothing until somebody calls [#step()]; in the product that is its one owner
/// thread, in a test or a simulation it is the test. No other method blocks: commands are queued
/// (bounded) and answered by a [DeviceEvent].
public interface Device extends AutoCloseable {

  /// The name the site's configuration gives it, such as `pad` or `printer`.
  String name();

  /// How the device is now, for programs and for people.
  DeviceHealth health();

  /// One turn of work: connect if it is time, poll, carry out at most one queued command.
  ///
  /// Blocks no longer than a few hundred milliseconds. Never throws for anything a wire or a peer
  /// does: that becomes [DeviceHealth] and an event.
  void step();

  /// How long nothing is due: its thread may sleep so long, and no longer than a command may wait.
  default Duration leisure() {
    return Duration.ZERO;
  }

  /// Closes the link. The device can be stepped again afterwards: it connects anew.
  @Override
  void close();
}
