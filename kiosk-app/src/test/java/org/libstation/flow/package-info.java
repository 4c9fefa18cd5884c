/// The flow as sentences: what a person, a device or the desk does, and what the station does next.
@NullMarked
package org.libstation.flow;

import org.jspecify.annotations.NullMarked;
