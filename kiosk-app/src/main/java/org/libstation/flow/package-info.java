/// What the station does next, pure: a state and an event give the next state and what to do.
@NullMarked
package org.libstation.flow;

import org.jspecify.annotations.NullMarked;
