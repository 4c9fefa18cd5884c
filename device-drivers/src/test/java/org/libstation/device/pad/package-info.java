@NullMarked
package org.libstation.device.pad;

import org.jspecify.annotations.NullMarked;
