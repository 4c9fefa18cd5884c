/// What the bytes of a library tag mean, and back (pure; ISO 28560-2, ISO/IEC 15962).
@NullMarked
package org.libstation.tag;

import org.jspecify.annotations.NullMarked;
