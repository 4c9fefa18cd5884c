/// Tests of the terminal of demo and training.
@NullMarked
package org.libstation.payment.lab;

import org.jspecify.annotations.NullMarked;
