package org.libstation.device.escpos;

/// What a [PrintDesk] needs next from the device around it.
sealed interface Wish {
  record Nothing() implements Wish {}

  /// It is free for a job.
  record Job() implements Wish {}

  /// The jobs that wait cannot be printed.
  record Refuse(String code, String reason) implements Wish {}

  /// The printer no longer follows: close the line and begin again.
  record Resynchronise(String code, String reason) implements Wish {}
}
