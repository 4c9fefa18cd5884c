/// Belongs here: returns during a visit, with what was handed over, the moment that counts, and
/// where each item goes.
@NullMarked
package org.libstation.screen.returning;

import org.jspecify.annotations.NullMarked;
