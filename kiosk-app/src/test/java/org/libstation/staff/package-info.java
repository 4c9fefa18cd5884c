@NullMarked
package org.libstation.staff;

import org.jspecify.annotations.NullMarked;
