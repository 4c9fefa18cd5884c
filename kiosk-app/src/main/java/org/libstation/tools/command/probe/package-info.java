/// Belongs here: `station probe`: sends a central system trial requests, as no station would, and
/// records how it behaves.
@NullMarked
package org.libstation.tools.command.probe;

import org.jspecify.annotations.NullMarked;
