/// Belongs here: watching the fleet. [StationsSeen] keeps what stations report, [Incident] decides
/// what has been wrong for too long, [WatchBook] keeps incidents. [Agreement] decides which watcher
/// sends an alert, and [Way] sends it.
@NullMarked
package org.libstation.fleet.watch;

import org.jspecify.annotations.NullMarked;
