/// Screens drawn headless and checked in the scene graph.
@NullMarked
package org.libstation.screen;

import org.jspecify.annotations.NullMarked;
