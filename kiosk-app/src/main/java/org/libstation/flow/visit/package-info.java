/// A person's visit, from the welcome to the good-bye: cards, borrowing, returning, the account.
@NullMarked
package org.libstation.flow.visit;

import org.jspecify.annotations.NullMarked;
