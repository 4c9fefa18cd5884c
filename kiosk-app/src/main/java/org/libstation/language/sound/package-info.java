/// Belongs here: the station's sounds beside speech: the choice among several, and their tones.
@NullMarked
package org.libstation.language.sound;

import org.jspecify.annotations.NullMarked;
