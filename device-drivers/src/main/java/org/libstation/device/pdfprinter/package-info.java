/// Driver that writes receipts as PDF files, for a station without paper and for proof; see
/// README.md here. [org.libstation.device.receipt.PdfReceipt], which writes each receipt as one
/// page of searchable text, does not belong here.
@NullMarked
package org.libstation.device.pdfprinter;

import org.jspecify.annotations.NullMarked;
