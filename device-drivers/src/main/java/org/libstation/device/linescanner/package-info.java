/// A barcode scanner that sends text on a serial line; see README.md here.
///
/// The flow: [LineScanner] reads bytes, [org.libstation.barcode.ScanFramer] cuts them, and each
/// scan leaves as an event; [ScannerDialect] has the few commands of each maker; [LineScannerTwin]
/// is the far end.
@NullMarked
package org.libstation.device.linescanner;

import org.jspecify.annotations.NullMarked;
