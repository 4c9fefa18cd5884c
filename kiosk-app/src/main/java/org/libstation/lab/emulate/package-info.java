/// Devices played by software, moved by plain words.
///
/// The flow: [org.libstation.lab.command.EmulateCommand] puts a twin on a pseudo-terminal and hands
/// each line a person types to [org.libstation.lab.emulate.Emulated], which knows words for each
/// role that a twin may play; the answer is one line, or a few.
@NullMarked
package org.libstation.lab.emulate;

import org.jspecify.annotations.NullMarked;
