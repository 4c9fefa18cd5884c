/// Belongs here: the appearance of a [org.libstation.device.Receipt], for printers of every kind.
///
/// Does not belong here: what a receipt says, and the commands of one printer.
///
/// [LineBreaker] wraps text by measured width. [ReceiptFonts] finds the right Chinese shapes.
/// [ReceiptPicture] draws lines as black dots. [QrPicture] draws a code. [PdfReceipt] writes pages
/// of searchable text in the font that [PdfFont] finds.
@NullMarked
package org.libstation.device.receipt;

import org.jspecify.annotations.NullMarked;
