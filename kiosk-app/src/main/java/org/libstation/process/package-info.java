/// Belongs here: the process: supervisor, heartbeat, log of restarts, logs (process.log).
///
/// Does not belong here: anything about loans or devices.
///
/// Keeps a station running: a supervisor starts the program as a child, listens to its heartbeat,
/// ends it when it hangs, starts it again when it ended by itself, and shows *out of service* in
/// between. The child says by [org.libstation.process.Vitals] that it is ready and that all its
/// parts make progress ([org.libstation.process.Heartbeat]).
@NullMarked
package org.libstation.process;

import org.jspecify.annotations.NullMarked;
