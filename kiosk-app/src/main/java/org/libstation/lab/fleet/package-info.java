/// Belongs here: many stations in one process, as far as a fleet sees them, at a real broker, for
/// tests and measuring.
@NullMarked
package org.libstation.lab.fleet;

import org.jspecify.annotations.NullMarked;
