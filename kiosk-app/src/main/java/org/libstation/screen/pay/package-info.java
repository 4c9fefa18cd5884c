/// What is typed to be paid, the payment terminal, and what came of it.
@NullMarked
package org.libstation.screen.pay;

import org.jspecify.annotations.NullMarked;
