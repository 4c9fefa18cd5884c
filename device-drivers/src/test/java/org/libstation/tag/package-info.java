/// Tests of the tag's bytes, by vectors of the standards and of independent implementations.
@NullMarked
package org.libstation.tag;

import org.jspecify.annotations.NullMarked;
