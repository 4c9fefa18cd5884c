package org.libstation.device;

/// Prints receipts. Reports [DeviceEvent.PrintMoved] and [DeviceEvent.PrintEnded].
public interface ReceiptPrinter extends Device {

  /// Asks to print a receipt.
  ///
  /// @param job the caller's number, returned in [DeviceEvent.PrintEnded]
  /// @return false when the bounded queue is full; then no event follows
  boolean print(long job, Receipt receipt);

  /// Cancels a job that no patron waits for any more, so that its rest does not come out in front
  /// of the next patron. The job still ends with a [DeviceEvent.PrintEnded]. Has no effect on a job
  /// that has ended.
  void withdraw(long job);
}
