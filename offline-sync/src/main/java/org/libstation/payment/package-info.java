/// Belongs here: the interface to a payment terminal, and `payment.zvt`, which speaks the ZVT
/// protocol.
///
/// Does not belong here: patrons, journal and central system.
@NullMarked
package org.libstation.payment;

import org.jspecify.annotations.NullMarked;
