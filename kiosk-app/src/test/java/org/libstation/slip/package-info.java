/// Tests of the package of the same name.
@NullMarked
package org.libstation.slip;

import org.jspecify.annotations.NullMarked;
