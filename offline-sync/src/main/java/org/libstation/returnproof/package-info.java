/// Belongs here: signed proofs of a return, which anybody can check.
///
/// Does not belong here: journal and central system.
@NullMarked
package org.libstation.returnproof;

import org.jspecify.annotations.NullMarked;
