/// Belongs here: `station fleet`: keys of staff, and orders to a station from a shell.
@NullMarked
package org.libstation.fleet.command;

import org.jspecify.annotations.NullMarked;
