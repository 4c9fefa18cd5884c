/// Tests of settling: a library in memory ([org.libstation.sync.FakeCentral]), a station on top of
/// it that loses its power ([org.libstation.sync.Bench]), and a sentence of the design a test.
@NullMarked
package org.libstation.sync;

import org.jspecify.annotations.NullMarked;
