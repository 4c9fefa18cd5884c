/// A site: its settings, its files, and what is wrong with them, named by file, line and key.
@NullMarked
package org.libstation.site;

import org.jspecify.annotations.NullMarked;
