/// Belongs here: the start screen, shown while no visit is open.
@NullMarked
package org.libstation.screen.welcome;

import org.jspecify.annotations.NullMarked;
