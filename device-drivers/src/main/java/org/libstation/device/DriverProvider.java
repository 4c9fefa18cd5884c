package org.libstation.device;

/// Makes the devices of one model; found by [java.util.ServiceLoader]. A new device is one new
/// folder and one line in `META-INF/services/org.libstation.device.DriverProvider`.
public interface DriverProvider {

  /// The word that chooses this driver in a configuration, such as `escpos`.
  String model();

  /// Makes the device; opens nothing. Reads all its options from [DriverSetup#options()] here, so
  /// that a wrong one is refused at the start and not at the first patron.
  ///
  /// @throws WrongOptionException naming the key and what was expected
  Device create(DriverSetup setup);
}
