/// Belongs here: where a line of Chinese may end, on screens and on paper.
///
/// Does not belong here: other languages.
@NullMarked
package org.libstation.han;

import org.jspecify.annotations.NullMarked;
