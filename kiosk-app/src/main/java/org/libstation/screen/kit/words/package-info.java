/// What a screen says, in the reader's language.
@NullMarked
package org.libstation.screen.kit.words;

import org.jspecify.annotations.NullMarked;
