/// The words: files read whole, counts and dates by language.
@NullMarked
package org.libstation.language;

import org.jspecify.annotations.NullMarked;
