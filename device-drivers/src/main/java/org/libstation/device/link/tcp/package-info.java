/// Belongs here: links to a device behind a TCP socket (a serial server, a reader on the network).
///
/// Does not belong here: the protocols over these links.
@NullMarked
package org.libstation.device.link.tcp;

import org.jspecify.annotations.NullMarked;
