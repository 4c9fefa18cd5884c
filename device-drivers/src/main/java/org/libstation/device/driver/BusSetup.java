package org.libstation.device.driver;

import java.util.List;
import java.util.function.Consumer;

/// Brings all that listen on a device's bus to one speed and to their own addresses, as a
/// technician does once. Nobody else may hold the line.
public interface BusSetup {

  /// How often the device is read at worst, a line a speed.
  List<String> timings();

  /// Does it.
  ///
  /// @param baud the speed all shall have
  /// @param say takes what happens, a line each
  /// @return whether every one answers at its address and that speed now
  boolean run(int baud, Consumer<String> say);
}
