/// Belongs here: calls of the operating system that Java has no class for.
///
/// Does not belong here: what a link does with them.
@NullMarked
package org.libstation.device.link.posix;

import org.jspecify.annotations.NullMarked;
