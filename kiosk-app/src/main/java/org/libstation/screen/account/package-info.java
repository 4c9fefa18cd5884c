/// Belongs here: a patron's loans with renewal, reservations, and charges.
///
/// Does not belong here: paying (`pay`).
@NullMarked
package org.libstation.screen.account;

import org.jspecify.annotations.NullMarked;
