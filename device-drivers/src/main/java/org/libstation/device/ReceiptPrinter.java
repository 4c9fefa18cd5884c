package org.libstation.device;

/// Prints receipts; says [DeviceEvent.PrintEnded] and [DeviceEvent.PaperChanged].
public interface ReceiptPrinter extends Device {

  /// Asks to print.
  ///
  /// @param job the caller's number, returned in [DeviceEvent.PrintEnded]
  /// @return false when the bounded queue is full; then no event follows
  boolean print(long job, Receipt receipt);
}
