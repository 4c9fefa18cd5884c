/// Belongs here: what the bytes of a barcode reader mean, pure.
///
/// Does not belong here: a device or a loan.
///
/// The flow: [ScanFramer] cuts a stream into scans, [Scan] takes the AIM identifier and the Codabar
/// start and stop letters off, [Classifier] says whether it names an item, a patron, a title, or
/// nothing this library knows.
@NullMarked
package org.libstation.barcode;

import org.jspecify.annotations.NullMarked;
