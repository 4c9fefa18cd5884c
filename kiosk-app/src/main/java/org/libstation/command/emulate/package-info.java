/// Devices played by software, moved by plain words.
///
/// The flow: [org.libstation.command.EmulateCommand] puts an
/// [org.libstation.command.emulate.Emulated]'s twin on a pseudo-terminal and hands it each line a
/// person types; the answer is one line, or a few.
@NullMarked
package org.libstation.command.emulate;

import org.jspecify.annotations.NullMarked;
