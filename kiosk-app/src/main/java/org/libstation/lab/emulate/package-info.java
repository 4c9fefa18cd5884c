/// Devices played by software, moved by plain words.
///
/// The flow: [org.libstation.lab.command.EmulateCommand] puts an
/// [org.libstation.lab.emulate.Emulated]'s twin on a pseudo-terminal and hands it each line a
/// person types; the answer is one line, or a few.
@NullMarked
package org.libstation.lab.emulate;

import org.jspecify.annotations.NullMarked;
