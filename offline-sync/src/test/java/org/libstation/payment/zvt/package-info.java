@NullMarked
package org.libstation.payment.zvt;

import org.jspecify.annotations.NullMarked;
