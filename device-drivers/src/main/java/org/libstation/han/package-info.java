/// Chinese as it is set in lines, on screens and on paper.
@NullMarked
package org.libstation.han;

import org.jspecify.annotations.NullMarked;
