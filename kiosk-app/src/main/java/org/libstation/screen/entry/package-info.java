/// A number is typed: keyboard, what it is for, and what was wrong with it.
@NullMarked
package org.libstation.screen.entry;

import org.jspecify.annotations.NullMarked;
