/// The contract that every way to a central system keeps.
@NullMarked
package org.libstation.central;

import org.jspecify.annotations.NullMarked;
