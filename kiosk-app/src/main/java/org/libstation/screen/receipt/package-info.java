/// Belongs here: the end of a visit, with date stamp, choice of a receipt, printing and good-bye.
///
/// Does not belong here: the layout of printed receipts (`paper`).
@NullMarked
package org.libstation.screen.receipt;

import org.jspecify.annotations.NullMarked;
