/// Belongs here: the process, with supervisor, heartbeat, record of restarts, and logs
/// (`process.log`).
///
/// Does not belong here: anything about loans or devices.
///
/// A supervisor runs the program as a child. It listens to the heartbeat, kills a child that hangs,
/// restarts one that ended, and shows *out of service* in between. By
/// [org.libstation.process.Vitals] the child reports that it is ready and that all its parts make
/// progress ([org.libstation.process.Heartbeat]).
@NullMarked
package org.libstation.process;

import org.jspecify.annotations.NullMarked;
