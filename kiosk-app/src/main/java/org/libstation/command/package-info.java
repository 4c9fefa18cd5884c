/// The subcommands of `station`.
///
/// The flow: picocli reads the words, a command says what they mean and calls what does it through
/// a port of its own ([org.libstation.command.Kiosk], [org.libstation.command.Sites]); the wiring
/// gives the ports.
@NullMarked
package org.libstation.command;

import org.jspecify.annotations.NullMarked;
