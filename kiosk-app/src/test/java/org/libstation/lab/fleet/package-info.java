@NullMarked
package org.libstation.lab.fleet;

import org.jspecify.annotations.NullMarked;
