@NullMarked
package org.libstation.screen.typing;

import org.jspecify.annotations.NullMarked;
