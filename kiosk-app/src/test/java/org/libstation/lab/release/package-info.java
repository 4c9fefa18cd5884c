@NullMarked
package org.libstation.lab.release;

import org.jspecify.annotations.NullMarked;
