/// Belongs here: files that survive a power cut, bounded reading, YAML quotes and faults, the
/// program's name.
///
/// Does not belong here: the meaning of what is read.
@NullMarked
package org.libstation.file;

import org.jspecify.annotations.NullMarked;
