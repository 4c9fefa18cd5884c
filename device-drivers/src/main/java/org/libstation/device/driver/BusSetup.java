package org.libstation.device.driver;

import java.util.List;
import java.util.function.Consumer;

/// Sets all devices on one bus to one speed and to their own addresses. A technician does this
/// once. The caller must be the only user of the line.
public interface BusSetup {

  /// The longest interval between two reads of the device, one line per speed.
  List<String> timings();

  /// Carries out the set-up.
  ///
  /// @param baud the speed that all devices on the bus shall have
  /// @param say receives the progress, line by line
  /// @return whether every device now answers at its address and that speed
  boolean run(int baud, Consumer<String> say);
}
