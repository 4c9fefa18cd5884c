/// Belongs here: files that survive a power cut, bounded reading, YAML quotes and faults, the
/// program's name.
///
/// Does not belong here: the meaning of what is read.
///
/// Files that are whole and stay, whatever cuts the power; reading of bounded files; how a text is
/// written into YAML and where a YAML text cannot be read; the name of this program.
@NullMarked
package org.libstation.file;

import org.jspecify.annotations.NullMarked;
