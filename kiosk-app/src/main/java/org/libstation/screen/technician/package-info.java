/// The technician's pages: the PIN, then what is wrong in one look, and a print to prove it mended.
///
/// Drawn in the night theme: read at 450 mm, by a trained person, often after closing.
@NullMarked
package org.libstation.screen.technician;

import org.jspecify.annotations.NullMarked;
