/// A station driven by its parent process: what it shows, as lines, and keys that are pressed for
/// it.
@NullMarked
package org.libstation.station.driven;

import org.jspecify.annotations.NullMarked;
