package org.libstation.device.escpos;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/// The status that a printer last reported (bits by Epson's TM-T88III specification, DLE EOT and GS
/// a).
@RecordBuilder
record PrinterStatus(
    boolean offline,
    boolean coverOpen,
    boolean paperEnd,
    boolean paperNearEnd,
    boolean cutterError,
    boolean unrecoverable,
    boolean recoverable)
    implements PrinterStatusBuilder.With {
  static final PrinterStatus FINE =
      new PrinterStatus(false, false, false, false, false, false, false);

  /// A reason to print nothing.
  ///
  /// @param passes whether the printer continues by itself afterwards, with nothing lost
  record PrinterTrouble(String code, String reason, boolean passes) {}

  /// Returns this status, updated by the one byte that answers `DLE EOT n`.
  ///
  /// @throws IllegalArgumentException if n is not 1 to 4
  PrinterStatus withAnswer(int n, int b) {
    return switch (n) {
      case 1 -> withOffline((b & 0x08) != 0);
      case 2 -> with(copy -> copy.coverOpen((b & 0x04) != 0).paperEnd((b & 0x20) != 0));
      case 3 ->
          with(
              copy ->
                  copy.cutterError((b & 0x08) != 0)
                      .unrecoverable((b & 0x20) != 0)
                      .recoverable((b & 0x40) != 0));
      case 4 -> with(c -> c.paperEnd((b & 0x60) != 0).paperNearEnd((b & 0x0C) != 0));
      default -> throw new IllegalArgumentException("there is no status " + n);
    };
  }

  /// Reads an automatic status report (automatic status back). Its fourth byte is not needed.
  static PrinterStatus ofAutomatic(int first, int second, int third) {
    return new PrinterStatus(
        (first & 0x08) != 0,
        (first & 0x20) != 0,
        (third & 0x0C) != 0,
        (third & 0x03) != 0,
        (second & 0x08) != 0,
        (second & 0x20) != 0,
        (second & 0x40) != 0);
  }

  /// Reads the status of the port, for a printer that does not answer itself (see
  /// [org.libstation.device.link.ByteLink#portStatus]).
  static PrinterStatus ofPort(int status) {
    boolean selected = (status & 0x10) != 0;
    boolean fault = (status & 0x08) == 0;
    return new PrinterStatus(
        !selected || fault, false, (status & 0x20) != 0, false, false, false, false);
  }

  /// The most serious trouble; empty if the printer can print.
  Optional<PrinterTrouble> trouble() {
    if (unrecoverable) {
      return Optional.of(
          new PrinterTrouble("DP42", "it reports a fault it cannot recover from", false));
    }
    if (cutterError) {
      return Optional.of(new PrinterTrouble("DP1A", "the cutter is jammed", false));
    }
    if (coverOpen) {
      return Optional.of(new PrinterTrouble("DP16", "the cover is open", false));
    }
    if (paperEnd) {
      return Optional.of(new PrinterTrouble("DP32", "the paper is out", false));
    }
    if (recoverable) {
      return Optional.of(new PrinterTrouble("DP52", "it waits to recover (head too hot)", true));
    }
    return offline
        ? Optional.of(
            new PrinterTrouble(
                "DP1B", "it is offline (its feed button is held, or it is busy)", true))
        : Optional.empty();
  }
}
