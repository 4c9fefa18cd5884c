/// A receipt printer that speaks ESC/POS and answers status requests; see README.md here.
///
/// The flow: [ReceiptJob] turns a receipt into parcels of whole commands ([EscPos]);
/// [EscPosPrinter] sends a parcel, asks for the state behind it, and goes on only when the answer
/// came ([StatusParser], [PrinterStatus]); the end-of-job mark confirms the whole. [EscPosTwin] is
/// the far end: it prints on a [PaperStrip] that can be looked at.
@NullMarked
package org.libstation.device.escpos;

import org.jspecify.annotations.NullMarked;
