/// Belongs here: devices emulated by software and moved by plain words.
///
/// The flow: [org.libstation.lab.command.EmulateCommand] puts a twin on a pseudo-terminal and hands
/// each typed line to [org.libstation.lab.emulate.Emulated], which knows words for each role of a
/// twin. The answer is one line, or a few.
@NullMarked
package org.libstation.lab.emulate;

import org.jspecify.annotations.NullMarked;
