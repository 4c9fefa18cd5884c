@NullMarked
package org.libstation.fleet.watch;

import org.jspecify.annotations.NullMarked;
