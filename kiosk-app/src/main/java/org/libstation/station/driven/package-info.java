/// Belongs here: a station driven by its parent process. It reports its state as lines and presses
/// keys on request.
///
/// Does not belong here: scenarios themselves.
@NullMarked
package org.libstation.station.driven;

import org.jspecify.annotations.NullMarked;
