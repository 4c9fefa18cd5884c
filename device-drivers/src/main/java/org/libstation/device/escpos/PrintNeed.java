package org.libstation.device.escpos;

/// What a [PrintDesk] needs next from the [EscPosPrinter] that runs it.
sealed interface PrintNeed {
  record Nothing() implements PrintNeed {}

  /// The desk is free for a job.
  record FreeForJob() implements PrintNeed {}

  /// The waiting jobs cannot be printed and must fail.
  record Refuse(String code, String reason) implements PrintNeed {}

  /// The printer lost track: the line must be closed and opened again.
  record Resynchronise(String code, String reason) implements PrintNeed {}
}
