/// Belongs here: the words that speech says about a screen. [SceneReader] reads the scene graph in
/// order, [Narrator] decides what is spoken now.
///
/// Does not belong here: voices and speech engines (`language.speech`).
@NullMarked
package org.libstation.screen.speech;

import org.jspecify.annotations.NullMarked;
