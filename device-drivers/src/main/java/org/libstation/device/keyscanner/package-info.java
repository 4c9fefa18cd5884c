/// Driver for a barcode scanner that is a USB keyboard or a HID-POS scanner; see README.md here.
/// Scanners on a line of text belong to `device.linescanner`.
///
/// KeyTyping cuts records of the kernel into events, and Keyboard turns them into characters by a
/// KeyLayout. PosTyping does the same for the reports of a HID-POS scanner. Both report to a
/// TypingListener. [KeyScanner] passes the characters to [org.libstation.device.driver.ScanIntake],
/// which judges them like the scans of a line.
@NullMarked
package org.libstation.device.keyscanner;

import org.jspecify.annotations.NullMarked;
