/// A barcode scanner that sends text on a serial line; see README.md here.
///
/// The flow: [LineScanner] reads bytes, [org.libstation.barcode.ScanFramer] cuts them, and each
/// scan leaves as an event; ScannerCommands has what the maker's sheet lets a host say,
/// ReadingSwitch and Probe say it when it is due; [LineScannerTwin] is the far end.
@NullMarked
package org.libstation.device.linescanner;

import org.jspecify.annotations.NullMarked;
