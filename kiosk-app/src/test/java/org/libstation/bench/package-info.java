/// Tests of the demo's bench.
@NullMarked
package org.libstation.bench;

import org.jspecify.annotations.NullMarked;
