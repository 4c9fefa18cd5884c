/// Twins at the far end of a real TCP connection.
@NullMarked
package org.libstation.lab.link.tcp;

import org.jspecify.annotations.NullMarked;
