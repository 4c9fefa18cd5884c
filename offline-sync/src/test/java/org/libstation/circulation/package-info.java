/// Tests of the pure domain.
@NullMarked
package org.libstation.circulation;

import org.jspecify.annotations.NullMarked;
