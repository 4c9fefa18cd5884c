/// The station as it is put together, in this process: the real wiring, journal, drivers and wires,
/// with twins on pseudo-terminals and the embedded library behind a socket; only the screens are
/// left out.
@NullMarked
package org.libstation.app;

import org.jspecify.annotations.NullMarked;
