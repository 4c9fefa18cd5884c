/// Pseudo-terminals inside this process: the far end of a real serial line, for twins.
@NullMarked
package org.libstation.lab.link.pty;

import org.jspecify.annotations.NullMarked;
