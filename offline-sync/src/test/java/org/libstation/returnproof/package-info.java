@NullMarked
package org.libstation.returnproof;

import org.jspecify.annotations.NullMarked;
