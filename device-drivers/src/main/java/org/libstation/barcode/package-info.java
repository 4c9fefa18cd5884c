/// Belongs here: the meaning of a barcode reader's bytes, as pure functions.
///
/// Does not belong here: devices and loans.
///
/// [ScanFramer] cuts a stream into scans. [Scan] removes the AIM identifier and the Codabar start
/// and stop letters. [Classifier] decides whether a scan names an item, a patron, a title, or
/// nothing this library knows.
@NullMarked
package org.libstation.barcode;

import org.jspecify.annotations.NullMarked;
