/// Belongs here: what a site's settings make, such as the line to the central system, the journal,
/// the devices and the flow's settings. Each part also works alone, for a command without a running
/// station.
///
/// Does not belong here: the loop and the threads that run the flow.
@NullMarked
package org.libstation.station.parts;

import org.jspecify.annotations.NullMarked;
