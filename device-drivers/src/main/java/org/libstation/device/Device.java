package org.libstation.device;

import java.time.Duration;

/// One device of the station.
///
/// A device does work only in [#step()]. In the product its one owner thread calls it; in a test or
/// simulation the test does. No other method blocks: commands are queued (bounded), and a
/// [DeviceEvent] answers them.
public interface Device extends AutoCloseable {

  /// The name in the site's configuration, such as `pad` or `printer`.
  String name();

  /// The current health, for programs and for people.
  DeviceHealth health();

  /// Does one turn of work: connects if it is time, polls, carries out at most one queued command.
  ///
  /// Blocks no longer than a few hundred milliseconds. Never throws for anything that a wire or a
  /// peer does: that becomes [DeviceHealth] and an event.
  void step();

  /// How long nothing is due. The device's thread may sleep for this time, but no longer than a
  /// command may wait.
  default Duration leisure() {
    return Duration.ZERO;
  }

  /// Closes the link. The device can be stepped again afterwards and then reconnects.
  @Override
  void close();
}
