/// Pictures of screens: of every one that a demo goes through, and of any state that a test asks
/// for.
@NullMarked
package org.libstation.lab.screen;

import org.jspecify.annotations.NullMarked;
