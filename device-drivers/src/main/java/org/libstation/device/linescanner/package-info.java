/// Driver for a barcode scanner that sends text on a serial line; see README.md here. The framing
/// of scans is in [org.libstation.barcode.ScanFramer], their judgement in
/// [org.libstation.device.driver.ScanIntake].
///
/// [LineScanner] reads the bytes, and each scan becomes an event. ScannerCommands has the commands
/// from the make's sheet; ReadingSwitch and ScannerProbe decide when to send them.
/// [LineScannerTwin] is the simulated scanner.
@NullMarked
package org.libstation.device.linescanner;

import org.jspecify.annotations.NullMarked;
