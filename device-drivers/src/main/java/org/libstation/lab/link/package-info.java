/// What stands at the far end of a line in the laboratory: twins, and lines as slow as real ones.
@NullMarked
package org.libstation.lab.link;

import org.jspecify.annotations.NullMarked;
