/// What the station lets be heard beside its speech: which of several sounds, and its notes as
/// tones.
@NullMarked
package org.libstation.language.sound;

import org.jspecify.annotations.NullMarked;
