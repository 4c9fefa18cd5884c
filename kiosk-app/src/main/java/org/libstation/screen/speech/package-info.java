/// Makes words for the ear of what stands on a screen: [SceneReader] reads the scene graph in
/// order, [Narrator] decides what of it is said now.
@NullMarked
package org.libstation.screen.speech;

import org.jspecify.annotations.NullMarked;
