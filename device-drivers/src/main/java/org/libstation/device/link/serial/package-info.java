/// Belongs here: real serial lines; only this package knows jSerialComm.
///
/// Does not belong here: the protocols on these lines.
@NullMarked
package org.libstation.device.link.serial;

import org.jspecify.annotations.NullMarked;
