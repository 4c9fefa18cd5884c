/// The checks without a station around them.
@NullMarked
package org.libstation.ops.check;

import org.jspecify.annotations.NullMarked;
