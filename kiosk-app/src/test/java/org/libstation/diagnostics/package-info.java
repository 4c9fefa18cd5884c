/// The checks without a station around them.
@NullMarked
package org.libstation.diagnostics;

import org.jspecify.annotations.NullMarked;
