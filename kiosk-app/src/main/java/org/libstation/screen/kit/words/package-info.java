/// What screens say, in the reader's language. How words are drawn belongs to `look`.
@NullMarked
package org.libstation.screen.kit.words;

import org.jspecify.annotations.NullMarked;
