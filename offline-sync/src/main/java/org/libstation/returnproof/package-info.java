/// Belongs here: signed proofs of a return, which anyone can check.
///
/// Does not belong here: the journal and the central system.
@NullMarked
package org.libstation.returnproof;

import org.jspecify.annotations.NullMarked;
