/// Who watches the fleet: hears what stations tell ([StationsSeen]), sees what is wrong for too
/// long ([Incident], kept by [WatchBook]), agrees with others that watch who tells it
/// ([Agreement]), and tells it ([Way]).
@NullMarked
package org.libstation.fleet.watch;

import org.jspecify.annotations.NullMarked;
