/// Belongs here: the small screen of a book drop, with the next step, what was taken in, and other
/// places.
@NullMarked
package org.libstation.screen.drop;

import org.jspecify.annotations.NullMarked;
