/// Sounds, and what becomes of several.
@NullMarked
package org.libstation.sound;

import org.jspecify.annotations.NullMarked;
