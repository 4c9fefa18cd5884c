/// The book drop: what comes in, what is asked about it, its bin and its slip.
///
/// `DropFlow` takes what was read, `DropPassage` brings it together with what passes the photo-eye,
/// `DropAsk` asks about what came in unread; `DropRows` are the returns that come of it, which go
/// on as any return does ([org.libstation.flow.visit.ReturnFlow]). `EmptyingFlow` and
/// `CutEmptyingFlow` keep the bin, `SlipFlow` the slip, `DropService` the lock, the lamp and the
/// screen.
@NullMarked
package org.libstation.flow.drop;

import org.jspecify.annotations.NullMarked;
