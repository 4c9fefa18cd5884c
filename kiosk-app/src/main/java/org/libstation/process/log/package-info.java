/// What the program writes for people who look later, or elsewhere: logs, traces of wires, the
/// public status. Nothing personal gets into any of them.
@NullMarked
package org.libstation.process.log;

import org.jspecify.annotations.NullMarked;
