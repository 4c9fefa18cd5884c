package org.libstation.device;

/// Prints receipts; says [DeviceEvent.PrintMoved] and [DeviceEvent.PrintEnded].
public interface ReceiptPrinter extends Device {

  /// Asks to print.
  ///
  /// @param job the caller's number, returned in [DeviceEvent.PrintEnded]
  /// @return false when the bounded queue is full; then no event follows
  boolean print(long job, Receipt receipt);

  /// Nobody waits for this job any more: what of it is not on paper yet shall not come out for
  /// whoever stands there next. It still ends with a [DeviceEvent.PrintEnded]. Without effect for a
  /// job that has ended.
  void withdraw(long job);
}
