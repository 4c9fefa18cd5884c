/// Belongs here: the wiring, which assembles the program and starts and stops it in order.
///
/// Does not belong here: a decision of any kind. No package imports this one.
///
/// [org.libstation.app.Main] reads the command line. The command `run` reads the site's
/// `station.yaml` into [org.libstation.site.StationSettings]; a wrong key or value stops the start
/// and is named. [org.libstation.app.KioskConfiguration] then builds the station by plain
/// constructor calls.
@NullMarked
package org.libstation.app;

import org.jspecify.annotations.NullMarked;
