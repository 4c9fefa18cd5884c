package org.libstation.device.escpos;

/// What a [PrintDesk] needs next from the device around it.
sealed interface PrintNeed {
  record Nothing() implements PrintNeed {}

  /// It is free for a job.
  record FreeForJob() implements PrintNeed {}

  /// The jobs that wait cannot be printed.
  record Refuse(String code, String reason) implements PrintNeed {}

  /// The printer no longer follows: close the line and begin again.
  record Resynchronise(String code, String reason) implements PrintNeed {}
}
