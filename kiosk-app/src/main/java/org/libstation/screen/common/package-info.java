/// The shared looks of all screens: colour roles, type, icons, keys, stamps, rows, pictures.
///
/// Nothing here knows a screen or a service. A part is built from plain values and tells a press
/// only through the `Runnable` it was given.
@NullMarked
package org.libstation.screen.common;

import org.jspecify.annotations.NullMarked;
