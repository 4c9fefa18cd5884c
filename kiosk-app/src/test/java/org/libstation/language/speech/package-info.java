/// Tests of reading aloud.
@NullMarked
package org.libstation.language.speech;

import org.jspecify.annotations.NullMarked;
