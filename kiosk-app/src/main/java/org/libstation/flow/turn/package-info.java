/// The working copy of one step, and what all flows do with it.
@NullMarked
package org.libstation.flow.turn;

import org.jspecify.annotations.NullMarked;
