/// Staff's to-do list in words: on the screen, on paper, in a table.
@NullMarked
package org.libstation.staff;

import org.jspecify.annotations.NullMarked;
