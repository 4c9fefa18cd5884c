/// Driver for receipt printers of Star Micronics in line mode; see README.md here. What all receipt
/// printers share is in `device.receipt`.
///
/// [StarPrinter] draws a receipt and sends it line by line as [StarLine] commands, with a mark
/// behind each line. [StarStatus] shows how much is on paper and what troubles the printer has.
@NullMarked
package org.libstation.device.starline;

import org.jspecify.annotations.NullMarked;
