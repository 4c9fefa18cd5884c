/// The book drop: what is put in, questions about it, its bin and its slip.
///
/// `DropFlow` takes what was read; `DropPassage` matches it with what passes the photo-eye.
/// `DropAsk` asks about objects that were not read. `DropRows` makes the returns, which go on as
/// any other ([org.libstation.flow.visit.ReturnFlow]). `EmptyingFlow` and `CutEmptyingFlow` keep
/// the bin, `SlipFlow` the slip, and `DropService` the lock, the lamp and the screen. Returns at
/// the pad do not belong here.
@NullMarked
package org.libstation.flow.drop;

import org.jspecify.annotations.NullMarked;
