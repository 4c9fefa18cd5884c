/// Belongs here: the port to a payment terminal; payment.zvt speaks to real ones.
///
/// Does not belong here: patrons, journal and central system.
///
/// Where money is taken: the port of a payment terminal and a simulated one. It knows amounts and
/// references, nothing of patrons, journals or central systems.
@NullMarked
package org.libstation.payment;

import org.jspecify.annotations.NullMarked;
