/// Tests of the frames of card readers.
@NullMarked
package org.libstation.device.link.pcsc;

import org.jspecify.annotations.NullMarked;
