/// Belongs here: the sheets over a screen: *are you still there*, *really leave*, help, and the
/// privacy notice.
@NullMarked
package org.libstation.screen.sheet;

import org.jspecify.annotations.NullMarked;
