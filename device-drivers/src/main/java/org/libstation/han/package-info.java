/// Belongs here: where a line of Chinese may end, on screens and on paper.
///
/// Does not belong here: other languages.
///
/// Chinese as it is set in lines, on screens and on paper.
@NullMarked
package org.libstation.han;

import org.jspecify.annotations.NullMarked;
