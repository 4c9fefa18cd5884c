/// The checks without a station around them.
@NullMarked
package org.libstation.check;

import org.jspecify.annotations.NullMarked;
