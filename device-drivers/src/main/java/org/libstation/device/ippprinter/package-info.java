/// Driver that prints receipts through a print server: CUPS, or a printer that speaks IPP itself;
/// see README.md here. The PDF itself is made in `device.receipt`.
///
/// [IppPrinter] makes a PDF of a receipt, submits it as one job by [IppClient], and reads in
/// [IppMessage]s the state of job and printer ([IppPrinterState]). It cancels a job that must not
/// print any more.
@NullMarked
package org.libstation.device.ippprinter;

import org.jspecify.annotations.NullMarked;
