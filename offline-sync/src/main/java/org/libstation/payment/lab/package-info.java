/// Belongs here: a simulated payment terminal that takes no real money, for demonstration and
/// training, and the interface by which a simulated terminal is controlled.
@NullMarked
package org.libstation.payment.lab;

import org.jspecify.annotations.NullMarked;
