/// What a site's settings make: the line to its central system, its journal, its devices, its flow.
/// Each part alone, for a station that runs and for a command that looks at one.
@NullMarked
package org.libstation.station.parts;

import org.jspecify.annotations.NullMarked;
