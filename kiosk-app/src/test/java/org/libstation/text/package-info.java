/// The words: files read whole, counts and dates by language.
@NullMarked
package org.libstation.text;

import org.jspecify.annotations.NullMarked;
