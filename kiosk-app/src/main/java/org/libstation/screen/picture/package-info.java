/// What is drawn, not written: hands, books, the drop, codes; and what moves.
@NullMarked
package org.libstation.screen.picture;

import org.jspecify.annotations.NullMarked;
