/// A terminal that speaks ZVT, with a ledger of its own.
@NullMarked
package org.libstation.payment.zvt.lab;

import org.jspecify.annotations.NullMarked;
