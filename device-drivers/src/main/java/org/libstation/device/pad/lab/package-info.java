/// What twins of pads share: tags that lie in a field, and what can fail there and on the line.
@NullMarked
package org.libstation.device.pad.lab;

import org.jspecify.annotations.NullMarked;
