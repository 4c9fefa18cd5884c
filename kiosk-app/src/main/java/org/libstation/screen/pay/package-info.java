/// Belongs here: typing an amount or PIN for a payment, the payment terminal, and the result.
@NullMarked
package org.libstation.screen.pay;

import org.jspecify.annotations.NullMarked;
