@NullMarked
package org.libstation.setup;

import org.jspecify.annotations.NullMarked;
