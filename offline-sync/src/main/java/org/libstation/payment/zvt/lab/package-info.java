/// Belongs here: a simulated terminal that speaks ZVT and keeps its own ledger, and the lines to
/// it.
@NullMarked
package org.libstation.payment.zvt.lab;

import org.jspecify.annotations.NullMarked;
