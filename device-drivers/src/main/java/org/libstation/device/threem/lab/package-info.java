/// The twin of the 3M pads.
@NullMarked
package org.libstation.device.threem.lab;

import org.jspecify.annotations.NullMarked;
