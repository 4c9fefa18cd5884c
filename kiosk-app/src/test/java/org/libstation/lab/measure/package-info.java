/// Tests of what `station bench` measures with: forms and sums, never speeds.
@NullMarked
package org.libstation.lab.measure;

import org.jspecify.annotations.NullMarked;
