/// Returning at the pad: what was handed over, from what moment it counts, where it goes.
@NullMarked
package org.libstation.screen.returning;

import org.jspecify.annotations.NullMarked;
