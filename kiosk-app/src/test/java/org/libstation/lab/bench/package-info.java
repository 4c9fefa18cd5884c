/// Tests of the demo's bench.
@NullMarked
package org.libstation.lab.bench;

import org.jspecify.annotations.NullMarked;
