/// Tests of the supervisor.
@NullMarked
package org.libstation.process;

import org.jspecify.annotations.NullMarked;
