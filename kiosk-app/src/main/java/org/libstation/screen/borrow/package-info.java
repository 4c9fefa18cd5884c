/// Belongs here: borrowing, and finishing a loan that a power cut interrupted.
///
/// [org.libstation.screen.borrow.BorrowViewModel] turns a state into words and rows;
/// [org.libstation.screen.borrow.BorrowView] draws what changed.
@NullMarked
package org.libstation.screen.borrow;

import org.jspecify.annotations.NullMarked;
