/// A payment terminal that takes nobody's money, for demonstration and training.
@NullMarked
package org.libstation.payment.lab;

import org.jspecify.annotations.NullMarked;
