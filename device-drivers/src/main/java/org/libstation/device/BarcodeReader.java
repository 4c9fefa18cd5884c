package org.libstation.device;

/// Reads barcodes. Reports [DeviceEvent.ScanSeen] and [DeviceEvent.BarcodeScanned].
public interface BarcodeReader extends Device {

  /// Sets whether the station expects scans now. A reader with commands for it stops reading while
  /// none is expected; other readers keep reading, and their scans are ignored. The last setting
  /// survives a reconnect.
  void reading(boolean wanted);

  /// Signals by the reader's own means, such as a beep, whether the last scan was accepted. Readers
  /// without a signal do nothing.
  ///
  /// @return false when the bounded queue is full; then no signal follows
  boolean judged(boolean good);
}
