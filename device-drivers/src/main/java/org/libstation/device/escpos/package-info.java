/// A receipt printer that speaks ESC/POS; see README.md here.
///
/// The flow: [EscPosPrinter] keeps the connection and the queue; [PrintDesk] brings one job after
/// the other onto paper. [ReceiptJob] turns a receipt into parcels of whole commands ([EscPos]),
/// line by line, written ([LineWriter], [CodePage], [Gbk]) or drawn; behind each goes a mark
/// ([MarkWays], [Marks]), and what the printer says ([StatusParser], [StatusRound],
/// [PrinterStatus]) tells how far a job is on paper ([PrintRun]). [EscPosTwin] is the far end: it
/// prints on a [PaperStrip] that can be looked at.
@NullMarked
package org.libstation.device.escpos;

import org.jspecify.annotations.NullMarked;
