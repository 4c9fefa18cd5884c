/// Belongs here: reference measurements of the disk on which a journal is stored.
@NullMarked
package org.libstation.lab.disk;

import org.jspecify.annotations.NullMarked;
