/// Where money is taken: the port of a payment terminal and a simulated one. It knows amounts and
/// references, nothing of patrons, journals or central systems.
@NullMarked
package org.libstation.payment;

import org.jspecify.annotations.NullMarked;
