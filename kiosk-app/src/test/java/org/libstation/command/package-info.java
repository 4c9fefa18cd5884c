/// The commands, each called as a person calls it.
@NullMarked
package org.libstation.command;

import org.jspecify.annotations.NullMarked;
