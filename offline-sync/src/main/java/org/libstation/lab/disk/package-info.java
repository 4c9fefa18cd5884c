/// How fast the disk below a journal is, by itself.
@NullMarked
package org.libstation.lab.disk;

import org.jspecify.annotations.NullMarked;
