@NullMarked
package org.libstation.fleet.order;

import org.jspecify.annotations.NullMarked;
