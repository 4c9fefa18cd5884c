/// How anything on a screen looks: panel, colours, type, icons; knows no word and no widget.
@NullMarked
package org.libstation.screen.kit.look;

import org.jspecify.annotations.NullMarked;
