/// Belongs here: signed proofs of a return, which anybody can check.
///
/// Does not belong here: journal and central system.
///
/// What a station states of a return, signed, so that anybody can check it without the station and
/// without the central system. Pure.
@NullMarked
package org.libstation.returnproof;

import org.jspecify.annotations.NullMarked;
