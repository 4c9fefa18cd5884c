/// Tests of the supervisor.
@NullMarked
package org.libstation.guard;

import org.jspecify.annotations.NullMarked;
