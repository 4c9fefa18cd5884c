/// Links in memory for one thread and a manual clock, with faults by call or count, never by time.
@NullMarked
package org.libstation.lab.link.simulated;

import org.jspecify.annotations.NullMarked;
