/// Tests of the package of the same name.
@NullMarked
package org.libstation.paper;

import org.jspecify.annotations.NullMarked;
