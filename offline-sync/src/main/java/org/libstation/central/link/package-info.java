/// Connections to a central system: bytes with a deadline, plain or encrypted.
///
/// Protocols do not belong here.
@NullMarked
package org.libstation.central.link;

import org.jspecify.annotations.NullMarked;
