/// Receipt printers of Star Micronics in their line mode; see README.md here.
///
/// The flow: [StarPrinter] draws a receipt, sends it line by line as [StarLine] commands with a
/// mark behind each, and hears by [StarStatus] what came onto paper and how the printer is.
@NullMarked
package org.libstation.device.starline;

import org.jspecify.annotations.NullMarked;
