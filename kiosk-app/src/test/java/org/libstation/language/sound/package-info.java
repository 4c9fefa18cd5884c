/// Sounds, and what becomes of several.
@NullMarked
package org.libstation.language.sound;

import org.jspecify.annotations.NullMarked;
