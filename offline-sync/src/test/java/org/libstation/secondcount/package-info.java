/// A second computation of fines, from `docs/patron-services/fines.md` alone. It shares no code
/// with the program: a row of text goes in, a sum comes out.
@NullMarked
package org.libstation.secondcount;

import org.jspecify.annotations.NullMarked;
