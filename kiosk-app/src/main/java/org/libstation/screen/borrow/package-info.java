/// Borrowing, and finishing a loan that a power cut left open.
///
/// A state goes into [org.libstation.screen.borrow.BorrowViewModel] and comes out as words and
/// rows; [org.libstation.screen.borrow.BorrowView] draws what changed.
@NullMarked
package org.libstation.screen.borrow;

import org.jspecify.annotations.NullMarked;
