/// Keeps a station running: a supervisor starts the program as a child, listens to its heartbeat,
/// ends it when it hangs, starts it again when it ended by itself, and shows *out of service* in
/// between. The child says by [org.libstation.guard.Vitals] that it is ready and that all its parts
/// make progress ([org.libstation.guard.Heartbeat]).
@NullMarked
package org.libstation.guard;

import org.jspecify.annotations.NullMarked;
