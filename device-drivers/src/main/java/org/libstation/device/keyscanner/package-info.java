/// A barcode scanner that is a USB keyboard, or a HID-POS scanner; see README.md here.
///
/// The flow: KeyTyping cuts records of the kernel into events, Keyboard makes characters of them by
/// a KeyLayout; PosTyping does the same for the reports of a HID-POS scanner. Both say what was
/// [Typed], and [KeyScanner] gives that to [org.libstation.device.driver.ScanIntake], which judges
/// it as it does the scans of a line.
@NullMarked
package org.libstation.device.keyscanner;

import org.jspecify.annotations.NullMarked;
