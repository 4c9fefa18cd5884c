/// `station probe`: asks a central system one thing after another, as no station would, and writes
/// down how it behaves.
@NullMarked
package org.libstation.tools.command.probe;

import org.jspecify.annotations.NullMarked;
