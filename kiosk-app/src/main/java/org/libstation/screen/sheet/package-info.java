/// Sheets over a screen: are you still there, really leave.
@NullMarked
package org.libstation.screen.sheet;

import org.jspecify.annotations.NullMarked;
