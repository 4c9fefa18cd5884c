/// Many stations in one process, as far as a fleet sees of them, beside a real broker: for the
/// proof and for measuring.
@NullMarked
package org.libstation.lab.fleet;

import org.jspecify.annotations.NullMarked;
