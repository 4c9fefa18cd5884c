package org.libstation.device;

/// Reads barcodes; says [DeviceEvent.ScanSeen] and [DeviceEvent.BarcodeScanned].
public interface BarcodeReader extends Device {

  /// Whether there is anything to scan now. A reader whose maker has commands for it stops reading
  /// in between; any other goes on, and nobody listens. The last word is kept over a re-plug.
  void reading(boolean wanted);

  /// Says with the reader's own voice, where it has one, whether the last scan was taken.
  ///
  /// @return false when the bounded queue is full; then it stays silent
  boolean judged(boolean good);
}
