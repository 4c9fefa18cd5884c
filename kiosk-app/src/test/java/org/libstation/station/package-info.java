/// The loop, the bridge and the runner, stepped on one thread with fakes.
@NullMarked
package org.libstation.station;

import org.jspecify.annotations.NullMarked;
