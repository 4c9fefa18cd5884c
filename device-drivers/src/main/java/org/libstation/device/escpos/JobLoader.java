package org.libstation.device.escpos;

import java.util.Optional;
import org.libstation.device.Receipt;
import org.libstation.device.receipt.ReceiptFonts;

/// Turns a job into the parcels to send: the whole receipt, or only its missing part. A reprint
/// begins with a heading that says so.
final class JobLoader {
  private final PrinterSettings.PrintStyle style;

  JobLoader(PrinterSettings.PrintStyle style) {
    this.style = style;
  }

  /// Loads the parcels into the job.
  ///
  /// @param whole whether a job that was already begun is printed again from its first line
  /// @return false if lines must be drawn and no font is installed for that
  boolean load(PrintRun run, boolean whole) {
    Receipt receipt = run.receipt();
    Optional<String> family = ReceiptFonts.family(receipt.language());
    if (family.isEmpty() && ReceiptJob.draws(receipt, style)) {
      return false;
    }
    boolean again = run.begun();
    int from = again ? run.beginAnew(whole) : 0;
    String heading = again && from < run.lines() ? heading(receipt.again(), from) : "";
    run.load(ReceiptJob.parcels(receipt, from, heading, style, family.orElse("SansSerif")));
    return true;
  }

  private static String heading(Receipt.Again again, int from) {
    return from == 0 ? again.whole() : again.rest();
  }
}
