@NullMarked
package org.libstation.fleet.rights;

import org.jspecify.annotations.NullMarked;
