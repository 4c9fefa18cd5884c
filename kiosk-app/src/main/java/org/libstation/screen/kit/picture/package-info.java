/// Pictures of hands, books, the drop and codes, and marks for what moves. Icons belong to `look`.
@NullMarked
package org.libstation.screen.kit.picture;

import org.jspecify.annotations.NullMarked;
