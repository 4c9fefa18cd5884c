package org.libstation.station;

import java.util.Map;
import java.util.Optional;
import org.libstation.device.BarcodeReader;
import org.libstation.device.BinSensor;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.TagReader;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// The devices that take commands; each is empty if the site has none.
///
/// @param readers barcode readers by role
public record StationDevices(
    Optional<TagReader> pad,
    Optional<TagReader> dropReader,
    Optional<BinSensor> bin,
    Optional<ReceiptPrinter> printer,
    Map<DeviceRole, BarcodeReader> readers) {
  public StationDevices {
    readers = Map.copyOf(readers);
  }
}
