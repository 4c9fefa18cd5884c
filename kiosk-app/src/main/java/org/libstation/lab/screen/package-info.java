/// Belongs here: pictures of screens, of a demo's run or of any state that a test asks for.
@NullMarked
package org.libstation.lab.screen;

import org.jspecify.annotations.NullMarked;
