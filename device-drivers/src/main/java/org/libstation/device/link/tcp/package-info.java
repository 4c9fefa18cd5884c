/// A device behind a TCP socket (a serial server, a reader on the network).
@NullMarked
package org.libstation.device.link.tcp;

import org.jspecify.annotations.NullMarked;
