/// The small screen of a book drop: what to do next, what was taken, where else to go.
@NullMarked
package org.libstation.screen.drop;

import org.jspecify.annotations.NullMarked;
