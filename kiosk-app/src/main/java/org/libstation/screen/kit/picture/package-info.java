/// What is drawn, not written: hands, books, the drop, codes; and what moves.
@NullMarked
package org.libstation.screen.kit.picture;

import org.jspecify.annotations.NullMarked;
