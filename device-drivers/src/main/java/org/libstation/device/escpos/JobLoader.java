package org.libstation.device.escpos;

import java.util.Optional;
import org.libstation.device.Receipt;
import org.libstation.device.receipt.ReceiptFonts;

/// Makes of a job the parcels that are to be sent: all of it, or what is missing of it, said so on
/// the paper.
final class JobLoader {
  private final PrinterSettings.PrintStyle style;

  JobLoader(PrinterSettings.PrintStyle style) {
    this.style = style;
  }

  /// @param whole whether a job that was begun comes again from its first line
  /// @return false when there is no font for what must be drawn
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
