/// Belongs here: the wiring: it assembles the program and starts and stops it in order.
///
/// Does not belong here: a decision of any kind; nobody imports this package.
///
/// The flow: [org.libstation.app.Main] reads the command line; `run` reads the site's
/// `station.yaml` into [org.libstation.site.StationSettings] (a wrong key or value stops here,
/// named) and [org.libstation.app.KioskConfiguration] builds the station from it by plain
/// constructor calls.
@NullMarked
package org.libstation.app;

import org.jspecify.annotations.NullMarked;
