/// Belongs here: what the program writes for people who read it later or elsewhere: logs, traces of
/// connections, the public status. None of them holds personal data.
@NullMarked
package org.libstation.process.log;

import org.jspecify.annotations.NullMarked;
