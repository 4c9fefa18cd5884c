/// The end of a visit: the date stamp, the choice of a receipt, printing, good-bye.
@NullMarked
package org.libstation.screen.receipt;

import org.jspecify.annotations.NullMarked;
