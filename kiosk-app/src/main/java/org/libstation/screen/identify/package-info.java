/// Who is it: card, then PIN where the library asks for one.
@NullMarked
package org.libstation.screen.identify;

import org.jspecify.annotations.NullMarked;
