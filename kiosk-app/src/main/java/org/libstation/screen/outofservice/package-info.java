/// Belongs here: the screen *out of service*, with what holds for the books, other places, and the
/// code for staff.
@NullMarked
package org.libstation.screen.outofservice;

import org.jspecify.annotations.NullMarked;
