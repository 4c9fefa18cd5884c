@NullMarked
package org.libstation.fleet;

import org.jspecify.annotations.NullMarked;
