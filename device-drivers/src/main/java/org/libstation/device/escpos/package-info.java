/// Driver for receipt printers that understand ESC/POS; see README.md here. What all receipt
/// printers share (layout, fonts, drawing) is in `device.receipt`.
///
/// [EscPosPrinter] keeps the connection and the queue; [PrintDesk] prints one job after the other.
/// [ReceiptJob] turns a receipt into parcels of whole commands ([EscPos]), line by line. Lines are
/// written ([LineWriter], [CodePage], [Gbk]) or drawn. A mark follows each parcel ([MarkWays],
/// [Marks]). The printer's answers ([StatusParser], [StatusRound], [PrinterStatus]) show how much
/// of a job is on paper ([PrintRun]). The twin [EscPosTwin] is a simulated printer; it prints on a
/// [PaperStrip] that can be inspected.
@NullMarked
package org.libstation.device.escpos;

import org.jspecify.annotations.NullMarked;
