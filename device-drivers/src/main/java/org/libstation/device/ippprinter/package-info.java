/// Receipts through a print server: CUPS, or a printer that speaks IPP itself; see README.md here.
///
/// The flow: [IppPrinter] writes a receipt as PDF, hands it over as one job by [IppClient], watches
/// [IppMessage]s tell how it and the printer are ([IppPrinterState]) until it has ended, and
/// cancels it when it may not print any more.
@NullMarked
package org.libstation.device.ippprinter;

import org.jspecify.annotations.NullMarked;
