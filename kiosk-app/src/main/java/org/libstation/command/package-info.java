/// The subcommands of `station`.
///
/// The flow: picocli reads the words, a command says what they mean and calls what does it through
/// a port of its own ([org.libstation.guard.Kiosk], [org.libstation.command.Sites],
/// [org.libstation.command.Journals]); the wiring gives the ports. What cannot be is a
/// [org.libstation.site.SiteProblem], told in plain words with exit status 2.
@NullMarked
package org.libstation.command;

import org.jspecify.annotations.NullMarked;
