/// Bytes to and from a central system, with a deadline: plain or encrypted, whatever is spoken over
/// them.
@NullMarked
package org.libstation.central.link;

import org.jspecify.annotations.NullMarked;
