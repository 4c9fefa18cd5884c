/// Receipts as PDF files, for a station without paper and for proof; see README.md here.
///
/// The flow: [PdfPrinter] takes jobs and [org.libstation.device.receipt.PdfReceipt] writes each as
/// one page of searchable text.
@NullMarked
package org.libstation.device.pdfprinter;

import org.jspecify.annotations.NullMarked;
