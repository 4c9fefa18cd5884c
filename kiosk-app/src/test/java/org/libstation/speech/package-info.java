/// Tests of reading aloud.
@NullMarked
package org.libstation.speech;

import org.jspecify.annotations.NullMarked;
